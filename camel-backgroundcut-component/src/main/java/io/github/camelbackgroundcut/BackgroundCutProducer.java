// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.BackgroundCutClient;
import io.github.camelbackgroundcut.api.Credential;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
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
     */
    protected abstract Flow flow(Exchange exchange, BackgroundCutConfiguration options) throws Exception;

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        FlowRun run = new FlowRun(exchange, getEndpoint(), this::flow);
        // A transaction is bound to its thread.
        if (getEndpoint().getConfiguration().isSynchronous() || exchange.isTransacted()) {
            runHere(run);
            callback.done(true);
            return true;
        }
        try {
            LogContext log = LogContext.current();
            getEndpoint().executorService().execute(() -> log.run(() -> advance(run, callback, log)));
            return false;
        } catch (RejectedExecutionException e) {
            run.fail(e);
            callback.done(true);
            return true;
        }
    }

    private void advance(FlowRun run, AsyncCallback callback, LogContext log) {
        Optional<Duration> wait = run.advance();
        if (wait.isEmpty()) {
            callback.done(false);
            return;
        }
        getEndpoint()
                .getComponent()
                .getWaitingRoom()
                .enter(
                        wait.get(),
                        getEndpoint().executorService(),
                        () -> log.run(() -> advance(run, callback, log)),
                        failure -> log.run(() -> {
                            run.abandon(failure);
                            callback.done(false);
                        }));
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

    protected final BackgroundCutClient client(BackgroundCutConfiguration options) {
        return getEndpoint().client(options);
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
