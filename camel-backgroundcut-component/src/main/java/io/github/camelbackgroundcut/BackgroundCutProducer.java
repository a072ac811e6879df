// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.Credential;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** What the operations have in common: on which threads their calls are made, and where they wait. */
abstract class BackgroundCutProducer extends DefaultAsyncProducer {

    protected BackgroundCutProducer(BackgroundCutEndpoint endpoint) {
        super(endpoint);
    }

    /**
     * The way of one message through this operation. Its calls are made later.
     *
     * @param options the endpoint's, with what the message overrides
     * @param since when the message came; its turn may be much later
     */
    protected abstract Flow flow(Exchange exchange, EffectiveOptions options, Instant since) throws Exception;

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        FlowRun run = new FlowRun(exchange, getEndpoint(), this::flow);
        if (staysHere(exchange)) {
            runHere(run);
            callback.done(true);
            return true;
        }
        LogContext log = LogContext.current();
        pool().execute(
                        () -> log.run(() -> advance(run, callback, log)),
                        failure -> log.run(() -> abandon(run, callback, failure)));
        return false;
    }

    private boolean staysHere(Exchange exchange) {
        return getEndpoint().getConfiguration().isSynchronous()
                // A transaction is bound to its thread.
                || exchange.isTransacted()
                // Made for another call of ours, which has a thread: all others may be waiting for the like.
                || getEndpoint().getComponent().getThreads().permits().isHeldHere();
    }

    private void advance(FlowRun run, AsyncCallback callback, LogContext log) {
        Optional<Duration> wait = run.advance();
        if (wait.isEmpty()) {
            callback.done(false);
            return;
        }
        getEndpoint()
                .getComponent()
                .getThreads()
                .waitingRoom()
                .enter(
                        wait.get(),
                        pool(),
                        () -> log.run(() -> advance(run, callback, log)),
                        failure -> log.run(() -> abandon(run, callback, failure)));
    }

    private static void abandon(FlowRun run, AsyncCallback callback, Throwable failure) {
        run.abandon(failure);
        callback.done(false);
    }

    private CallPool pool() {
        return getEndpoint().getComponent().getThreads().pool();
    }

    private static void runHere(FlowRun run) {
        try {
            for (Optional<Duration> wait = run.advance(); wait.isPresent(); wait = run.advance()) {
                Thread.sleep(wait.get().toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            run.fail(e);
        }
    }

    /** Asked once per flow, and only when it is about to be sent: a token lives for seconds. */
    protected final Credential credential(Exchange exchange) throws Exception {
        return getEndpoint().credential(exchange);
    }

    @Override
    public BackgroundCutEndpoint getEndpoint() {
        return (BackgroundCutEndpoint) super.getEndpoint();
    }
}
