// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.FailedCall;
import io.github.camelbackgroundcut.api.error.RateLimitedException;
import io.github.camelbackgroundcut.observe.Counters;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one message's steps: paces its calls, repeats those that may be repeated, and puts the final failure into the exchange.
 * The caller does the waiting.
 */
public final class StepsRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StepsRunner.class);

    private final Exchange exchange;
    private final StepsSource source;
    private final CallControl control;
    private final Instant since = Instant.now();
    /** Of each call: an upload's failures leave the download its own retries. */
    private final Map<String, Integer> failures = new HashMap<>();

    private Optional<Steps> steps = Optional.empty();
    /** Whether a call may be made at once; if not, where it stands among those that wait. */
    private boolean paced;

    private Optional<AdaptivePace.Turn> turn = Optional.empty();
    private long sent;
    private Exception lastFailure;

    public StepsRunner(Exchange exchange, StepsSource source, CallControl control) {
        this.exchange = exchange;
        this.source = source;
        this.control = control;
    }

    /**
     * Makes calls until there is something to wait for, or the message is done. Blocks until that is permitted. Never throws:
     * a callback that isn't called would hang its route.
     *
     * @return how long to wait before this is called again; empty when the message is done
     */
    public Optional<Duration> advance() {
        try {
            return control.threads().permits().during(this::callOrFail);
        } catch (RejectedExecutionException e) {
            abandon(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon(e);
        }
        return Optional.empty();
    }

    private Optional<Duration> callOrFail() {
        try {
            if (steps.isEmpty()) {
                RedeliveryDelay.clear(exchange);
                steps = Optional.of(source.of(exchange, since));
            }
            return call(steps.get());
        } catch (Throwable e) {
            Optional<Duration> wait = e instanceof Exception failure ? repeatAfter(failure) : Optional.empty();
            control.errors().add(exchange, control.operation(), e, wait.isPresent());
            if (wait.isEmpty()) {
                fail(e);
            }
            return wait;
        }
    }

    /** Ends a waiting message, as when the component stops. The failure that it waits after is the cause. */
    public void abandon(Throwable reason) {
        if (lastFailure != null && reason.getCause() == null) {
            reason.initCause(lastFailure);
        }
        fail(reason);
    }

    /** Ends the message with a failure. */
    public void fail(Throwable failure) {
        turn.ifPresent(AdaptivePace.Turn::giveUp);
        steps.ifPresent(Steps::close);
        if (failure instanceof BackgroundCutException refused) {
            exchange.getMessage().setHeader(BackgroundCutConstants.STATUS_CODE, refused.getStatusCode());
            refused.getRetryAfter()
                    .map(control.retryPolicy()::capped)
                    .ifPresent(wait -> RedeliveryDelay.set(exchange, wait));
        } else {
            // That of a call before, or of a step before, would be taken for this one's.
            exchange.getMessage().removeHeader(BackgroundCutConstants.STATUS_CODE);
        }
        exchange.setException(failure);
    }

    private Optional<Duration> call(Steps steps) throws Exception {
        while (true) {
            Duration pause = paced ? Duration.ZERO : waitForTurn();
            if (!pause.isZero()) {
                return Optional.of(pause);
            }
            paced = false;
            sent = control.pace().now();
            Steps.Next next = steps.next();
            if (next.called()) {
                control.pace().granted(sent);
            }
            // A step without a call leaves its turn to the next step.
            paced = !next.called();
            if (next.done()) {
                steps.close();
                return Optional.empty();
            }
            if (!next.pause().isZero()) {
                return Optional.of(next.pause());
            }
        }
    }

    /** Nothing once the turn has come; else it is asked again after the wait. */
    private Duration waitForTurn() {
        if (turn.isEmpty()) {
            turn = Optional.of(control.pace().take());
            Duration ceiling = control.pacer().reserve();
            if (!ceiling.isZero()) {
                return ceiling;
            }
        }
        Duration pause = turn.get().remaining();
        if (pause.isZero()) {
            turn = Optional.empty();
        }
        return pause;
    }

    private Optional<Duration> repeatAfter(Exception failure) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        RetryPolicy policy = control.retryPolicy();
        lastFailure = failure;
        String call = FailedCall.operationOf(failure);
        // A call that is only asked to come later keeps its retries.
        String counted = RetryPolicy.isAskedToWait(failure) ? call + " later" : call;
        int failed = failures.merge(counted, 1, Integer::sum);
        Optional<Duration> wait = policy.waitAfter(failure, failed, steps.get().looksBeforePaying());
        if (failure instanceof RateLimitedException limited) {
            Duration asked = limited.getRetryAfter().map(policy::capped).orElseGet(() -> wait.orElse(Duration.ZERO));
            control.pace().refused(sent, asked);
        }
        wait.ifPresent(pause -> {
            control.counters().count(Counters.Event.RETRIES);
            LOG.info(
                    "{} failed (attempt {}), retrying in {} ms: {}",
                    call,
                    failed,
                    pause.toMillis(),
                    failure.getMessage());
        });
        return wait;
    }
}
