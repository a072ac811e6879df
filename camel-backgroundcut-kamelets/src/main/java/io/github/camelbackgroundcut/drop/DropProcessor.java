// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.processor.DelegateProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the steps of a drop for one picture, again and again in an outage. Its thread waits with it, so that the other pictures
 * stay in the inbox meanwhile. Camel's error handler would do the same, but a Kamelet has none.
 */
final class DropProcessor extends DelegateProcessor implements ShutdownPrepared {

    private static final Logger LOG = LoggerFactory.getLogger(DropProcessor.class);

    private final Drop drop;
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    DropProcessor(Drop drop, Processor steps) {
        super(steps);
        this.drop = drop;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        if (!drop.begin(exchange)) {
            exchange.setRouteStop(true);
            return;
        }
        try {
            Optional<Exception> failure = tryAgainInAnOutage(exchange);
            if (failure.isPresent()) {
                fail(exchange, failure.get());
            }
        } catch (Exception e) {
            exchange.setException(e);
        } finally {
            drop.end(exchange);
        }
    }

    private Optional<Exception> tryAgainInAnOutage(Exchange exchange) throws InterruptedException {
        Object body = exchange.getMessage().getBody();
        Map<String, Object> headers = new HashMap<>(exchange.getMessage().getHeaders());
        for (int retry = 1; ; retry++) {
            Optional<Exception> failure = tryOnce(exchange);
            if (failure.isEmpty() || retry > drop.retries() || !drop.isOutage(drop.cause(failure.get()))) {
                return failure;
            }
            LOG.warn(
                    "{} is tried again ({}): {}",
                    exchange.getProperty(Drop.PICTURE),
                    retry,
                    FailureReport.reason(drop.cause(failure.get())));
            if (stopping.await(drop.delayBefore(retry).toMillis(), TimeUnit.MILLISECONDS)) {
                return failure;
            }
            Message message = exchange.getMessage();
            message.setBody(body);
            message.setHeaders(new HashMap<>(headers));
        }
    }

    private Optional<Exception> tryOnce(Exchange exchange) {
        try {
            drop.check(exchange);
            processNext(exchange);
            if (exchange.getException() == null) {
                drop.complete(exchange);
            }
        } catch (Exception e) {
            exchange.setException(e);
        }
        Optional<Exception> failure = Optional.ofNullable(exchange.getException());
        exchange.setException(null);
        return failure;
    }

    private void fail(Exchange exchange, Exception failure) throws Exception {
        Throwable cause = drop.cause(failure);
        if (drop.isObsolete(exchange, cause)) {
            exchange.setRouteStop(true);
            return;
        }
        if (isStopping(exchange)) {
            // What couldn't be tried again may be fine: the picture stays in the inbox for the next start.
            throw failure;
        }
        FailureReport report = FailureReport.of(exchange, cause);
        drop.putAside(exchange, report);
        LOG.error("{} failed: {}", report.picture(), report.reason());
        exchange.setProperty(Drop.FAILURE, report.reason());
        exchange.setProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, failure);
        // A paid result is still remembered: the picture may be put back into the inbox.
        ExchangeHelper.setFailureHandled(exchange);
        exchange.setRouteStop(true);
    }

    private boolean isStopping(Exchange exchange) {
        return stopping.getCount() == 0 || exchange.getContext().isStopping();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        drop.prepareStop();
        stopping.countDown();
    }

    @Override
    protected void doStart() throws Exception {
        stopping = new CountDownLatch(1);
        super.doStart();
        drop.start();
    }

    @Override
    protected void doStop() throws Exception {
        stopping.countDown();
        drop.prepareStop();
        drop.stop();
        super.doStop();
    }
}
