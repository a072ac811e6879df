// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.call.CallThreads;
import io.github.camelbackgroundcut.call.LogContext;
import io.github.camelbackgroundcut.call.Steps;
import io.github.camelbackgroundcut.call.StepsRunner;
import io.github.camelbackgroundcut.call.Transactions;
import io.github.camelbackgroundcut.options.EffectiveOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** The common part of all operations: the threads of their calls, and their waits. */
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
    protected abstract Steps steps(Exchange exchange, EffectiveOptions options, Instant since) throws Exception;

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        StepsRunner run = new StepsRunner(
                exchange,
                (message, since) -> steps(message, getEndpoint().options(message), since),
                getEndpoint().callControl());
        if (staysHere(exchange)) {
            runHere(run);
            callback.done(true);
            return true;
        }
        LogContext log = LogContext.current();
        if (threads().isOurs()) {
            return advance(run, callback, log, true, true);
        }
        threads()
                .execute(
                        () -> log.run(() -> advance(run, callback, log, false, false)),
                        failure -> log.run(() -> abandon(run, callback, failure)));
        return false;
    }

    /** Whether a message's calls are made on the thread that brings it. */
    protected final boolean staysHere(Exchange exchange) {
        return getEndpoint().getConfiguration().isSynchronous()
                // A transaction is bound to its thread.
                || Transactions.isOpen(exchange)
                // Made for another call of ours, which has a thread: all others may be waiting for the like.
                || threads().isCalling();
    }

    /**
     * Makes calls until there is something to wait for.
     *
     * @param nested whether the message came on a thread that makes calls
     * @param sync whether this is still the thread that the message came on
     * @return whether the message is done on that thread
     */
    private boolean advance(StepsRunner run, AsyncCallback callback, LogContext log, boolean nested, boolean sync) {
        Optional<Duration> wait = run.advance();
        if (wait.isEmpty()) {
            callback.done(sync);
            return sync;
        }
        threads()
                .executeAfter(
                        wait.get(),
                        nested,
                        () -> log.run(() -> advance(run, callback, log, nested, false)),
                        failure -> log.run(() -> abandon(run, callback, failure)));
        return false;
    }

    private static void abandon(StepsRunner run, AsyncCallback callback, Throwable failure) {
        run.abandon(failure);
        callback.done(false);
    }

    private CallThreads threads() {
        return getEndpoint().getComponent().getThreads();
    }

    private static void runHere(StepsRunner run) {
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
