// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.api.OutputVariant;
import io.github.camelbackgroundcut.api.error.FailedCall;
import io.github.camelbackgroundcut.api.error.PathNotFoundException;
import io.github.camelbackgroundcut.call.Steps;
import io.github.camelbackgroundcut.observe.Counters;
import io.github.camelbackgroundcut.observe.Counters.Event;
import io.github.camelbackgroundcut.removal.RemovalProgress.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploads a picture, processes it and downloads the results, without paying twice: it looks for results that may have been paid for
 * before it pays again.
 */
final class RemovalSteps implements Steps {

    private static final Logger LOG = LoggerFactory.getLogger(RemovalSteps.class);

    private static final Duration FIRST_POLL = Duration.ofMillis(500);
    /** The pause between two checks whether another message of this component is done. A check costs nothing. */
    private static final Duration LOCAL_POLL = Duration.ofMillis(100);

    private static final Duration LONGEST_POLL = Duration.ofSeconds(10);
    /** Number of further checks for a paid result before it counts as lost. */
    private static final int LOOKS_FOR_LOST = 3;

    private final Exchange exchange;
    private final Removal removal;
    private final RemovalPlan plan;
    private final RemovalCalls calls;
    private final Counters counters;
    private final WorkTurn turn;

    private RemovalProgress progress;
    /** The next place to look for a result at; beyond the plan when nothing is looked for. */
    private int lookAt = Integer.MAX_VALUE;

    /** Whether it is this message's turn. */
    private boolean ours;

    private Duration poll = FIRST_POLL;
    /** How often a result that should be there wasn't. */
    private int misses;

    RemovalSteps(
            Exchange exchange,
            Removal removal,
            RemovalPlan plan,
            RemovalCalls calls,
            Counters counters,
            WorkTurn turn) {
        this.exchange = exchange;
        this.removal = removal;
        this.plan = plan;
        this.calls = calls;
        this.counters = counters;
        this.turn = turn;
        this.progress = RemovalProgress.of(exchange, plan.work());
        if (looksBeforePaying()) {
            prepareLook();
        }
    }

    private void prepareLook() {
        if (progress.isNone()) {
            turn.lookForOthers();
        }
        if (turn.isOthers()
                || progress.payableFrom().isPresent()
                || progress.isNone() && removal.settings().looksFirst()) {
            lookAt = 0;
        }
    }

    @Override
    public boolean looksBeforePaying() {
        return plan.findable() && removal.settings().reuse() != RemovalSettings.ReuseOutputs.NEVER;
    }

    @Override
    public Next next() throws Exception {
        List<Integer> missing = missing();
        if (missing.isEmpty()) {
            return finish();
        }
        if (looksBeforePaying() && !isOurTurn()) {
            return Next.waitFor(LOCAL_POLL);
        }
        if (lookAt < plan.outputs().size()) {
            return look();
        }
        if (progress.outputPaths().containsKey(missing.get(0))) {
            return fetch(missing.get(0));
        }
        if (looksBeforePaying() && !turn.begin()) {
            lookAt = 0;
            return Next.waitFor(Duration.ZERO);
        }
        return progress.inputFilePath().isPresent() ? process(missing) : upload();
    }

    private boolean isOurTurn() {
        if (ours) {
            return true;
        }
        ours = turn.take();
        if (ours) {
            turn.payableFrom().ifPresent(from -> remember(progress.sent(from)));
            if (turn.mayBeDone() || progress.payableFrom().isPresent()) {
                lookAt = 0;
            }
        }
        return ours;
    }

    /** The next message continues with finished work, and does not wait for work that was not begun. */
    @Override
    public void close() {
        if (progress.payableFrom().isEmpty() && !progress.has(Mark.PAID)) {
            turn.notDone();
        }
        turn.end(progress.payableFrom());
        calls.close();
    }

    private Next upload() throws Exception {
        String path = calls.upload(removal.image(), plan.inputFolder());
        exchange.getMessage().setHeader(BackgroundCutConstants.INPUT_FILE_PATH, path);
        remember(progress.uploaded(path));
        return Next.CALL;
    }

    private Next process(List<Integer> missing) throws Exception {
        List<OutputVariant> outputs = missing.stream().map(plan.outputs()::get).toList();
        remember(progress.sent(Instant.now().plus(removal.settings().processTimeout())));
        turn.sent();
        List<String> paths;
        try {
            paths = calls.process(progress.inputFilePath().orElseThrow(), outputs);
        } catch (PathNotFoundException e) {
            remember(progress.notSent());
            return uploadAgain(e);
        } catch (Exception e) {
            if (!FailedCall.mayHaveBeenCharged(e)) {
                remember(progress.notSent());
            } else if (looksBeforePaying()) {
                lookAt = 0;
            }
            throw e;
        }
        paid(IntStream.range(0, paths.size()).boxed().collect(Collectors.toMap(missing::get, paths::get)));
        return Next.CALL;
    }

    private void paid(Map<Integer, String> outputPaths) {
        remember(progress.paid(outputPaths));
        if (looksBeforePaying()) {
            turn.doneFor(exchange);
        }
        counters.count(Event.PICTURES_PAID);
    }

    /** Storage is regional: another region may have answered, which has never seen the upload. */
    private Next uploadAgain(PathNotFoundException failure) throws PathNotFoundException {
        if (progress.has(Mark.UPLOADED_AGAIN)) {
            throw failure;
        }
        LOG.info(
                "The service doesn't have {} any more: uploading it again",
                removal.image().fileName());
        counters.count(Event.UPLOADS_HEALED);
        remember(progress.uploadLost());
        return Next.CALL;
    }

    /** Looks for one result before it is paid for, perhaps again. */
    private Next look() throws Exception {
        int place = lookAt;
        if (!progress.bodies().containsKey(place)) {
            String path = plan.outputs().get(place).outputFilePath();
            try {
                download(place, path);
            } catch (PathNotFoundException e) {
                LOG.debug("{} isn't there", path);
            }
        }
        lookAt = place + 1;
        if (lookAt < plan.outputs().size()) {
            return Next.CALL;
        }
        return missing().isEmpty() ? found() : notFound();
    }

    private Next found() {
        if (progress.payableFrom().isPresent()) {
            // The call was successful, and its answer was lost.
            paid(Map.of());
        }
        return finish();
    }

    /** Whether it may be paid for now, or the call that may be under way has time left. */
    private Next notFound() {
        if (turn.isOthers()) {
            lookAt = 0;
            // One more check, because the result may have appeared since the last one.
            return turn.takeOver() ? Next.CALL : Next.callAfter(nextPoll());
        }
        Duration left = progress.payableFrom()
                .map(from -> Duration.between(Instant.now(), from))
                .orElse(Duration.ZERO);
        if (left.isZero() || left.isNegative()) {
            remember(progress.notSent());
            return Next.CALL;
        }
        lookAt = 0;
        return Next.callAfter(min(nextPoll(), left));
    }

    private Next fetch(int place) throws Exception {
        String path = progress.outputPaths().get(place);
        try {
            download(place, path);
        } catch (PathNotFoundException e) {
            return fetchAgain(path, e);
        }
        return missing().isEmpty() ? finish() : Next.CALL;
    }

    /** Asking again is free, and another region may have answered; processing again isn't. */
    private Next fetchAgain(String path, PathNotFoundException failure) throws PathNotFoundException {
        misses++;
        if (misses <= LOOKS_FOR_LOST) {
            return Next.callAfter(nextPoll());
        }
        if (!removal.settings().reprocessExpired() || progress.has(Mark.PROCESSED_AGAIN)) {
            throw failure;
        }
        LOG.warn("The service has lost the paid result {}: processing it again, which costs again", path);
        counters.count(Event.PICTURES_REPROCESSED);
        remember(progress.resultsLost());
        return Next.CALL;
    }

    private void download(int place, String path) throws Exception {
        String mediaType = plan.outputs().get(place).settings().format().mediaType();
        remember(progress.fetched(place, calls.download(path, mediaType, exchange)));
    }

    private Next finish() {
        if (!progress.has(Mark.PAID)) {
            counters.count(Event.PICTURES_REUSED);
        }
        RemovalResult.of(exchange.getMessage(), removal.image(), plan, progress).setOn(exchange.getMessage());
        RemovalProgress.forget(exchange);
        return Next.DONE;
    }

    private List<Integer> missing() {
        return IntStream.range(0, plan.outputs().size())
                .filter(place -> !progress.bodies().containsKey(place))
                .boxed()
                .toList();
    }

    private void remember(RemovalProgress next) {
        progress = next.save(exchange);
    }

    /** The pause before the next check: longer each time. */
    private Duration nextPoll() {
        Duration next = poll;
        poll = min(poll.multipliedBy(2), LONGEST_POLL);
        return next;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
