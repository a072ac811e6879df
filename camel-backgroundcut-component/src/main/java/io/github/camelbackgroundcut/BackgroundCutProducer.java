// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.BackgroundCutClient;
import io.github.camelbackgroundcut.api.BackgroundCutException;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.api.RateLimitedException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** What the operations have in common: on which thread they run, and how a failure reaches the exchange. */
abstract class BackgroundCutProducer extends DefaultAsyncProducer {

    protected BackgroundCutProducer(BackgroundCutEndpoint endpoint) {
        super(endpoint);
    }

    /**
     * Makes the calls for one message, in blocking style, and puts their result into it.
     *
     * @param options the endpoint's, with what the message overrides
     */
    protected abstract void call(Exchange exchange, BackgroundCutConfiguration options) throws Exception;

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        // A transaction is bound to its thread.
        if (getEndpoint().getConfiguration().isSynchronous() || exchange.isTransacted()) {
            run(exchange);
            callback.done(true);
            return true;
        }
        try {
            startedPool().execute(() -> {
                run(exchange);
                callback.done(false);
            });
            return false;
        } catch (RejectedExecutionException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    private ExecutorService startedPool() {
        ExecutorService pool = getEndpoint().executorService();
        // One that is shut down would drop the task without a word, and its callback with it.
        if (pool == null || pool.isShutdown()) {
            throw new RejectedExecutionException("The BackgroundCut component is stopped");
        }
        return pool;
    }

    /** Whatever is thrown ends up in the exchange: a callback that is never called would hang its route. */
    private void run(Exchange exchange) {
        RedeliveryDelay.clear(exchange);
        try {
            BackgroundCutConfiguration options = getEndpoint().options(exchange);
            try {
                call(exchange, options);
            } catch (RateLimitedException e) {
                e.getRetryAfter()
                        .ifPresent(wait ->
                                RedeliveryDelay.set(exchange, wait, Duration.ofMillis(options.getMaxRetryAfter())));
                throw e;
            }
        } catch (BackgroundCutException e) {
            exchange.getMessage().setHeader(BackgroundCutConstants.STATUS_CODE, e.getStatusCode());
            exchange.setException(e);
        } catch (Throwable e) {
            exchange.setException(e);
        }
    }

    protected final BackgroundCutClient client(BackgroundCutConfiguration options) {
        return getEndpoint().client(options);
    }

    /** Asked once per message, and only when it is about to be sent: a token lives for seconds. */
    protected final Credential credential(Exchange exchange) throws Exception {
        return getEndpoint().credential(exchange);
    }

    @Override
    public BackgroundCutEndpoint getEndpoint() {
        return (BackgroundCutEndpoint) super.getEndpoint();
    }
}
