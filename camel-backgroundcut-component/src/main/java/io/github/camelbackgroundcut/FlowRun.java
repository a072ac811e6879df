// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.BackgroundCutException;
import io.github.camelbackgroundcut.api.RateLimitedException;
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
 * Runs one message's flow: paces its calls, repeats those that may be repeated, and puts the final failure into the exchange.
 * Whoever drives it does the waiting.
 */
final class FlowRun {

    private static final Logger LOG = LoggerFactory.getLogger(FlowRun.class);

    private final Exchange exchange;
    private final FlowSource source;
    private final BackgroundCutEndpoint endpoint;
    private final CallPermits permits;
    private final CallPacer pacer;
    private final Counters counters;
    private final Instant since = Instant.now();
    /** Of each call: an upload's failures leave the download its own retries. */
    private final Map<String, Integer> failures = new HashMap<>();

    private RetryPolicy policy;
    private Flow flow;
    private boolean paced;
    private Exception lastFailure;

    FlowRun(Exchange exchange, BackgroundCutEndpoint endpoint, FlowSource source) {
        this.exchange = exchange;
        this.endpoint = endpoint;
        this.source = source;
        this.permits = endpoint.getComponent().getThreads().permits();
        this.pacer = endpoint.getComponent().getPacer();
        this.counters = endpoint.getComponent().getCounters();
    }

    /**
     * Makes calls until there is something to wait for, or the message is done. Blocks until that is permitted. Never throws:
     * a callback that isn't called would hang its route.
     *
     * @return how long to wait before this is called again; empty when the message is done
     */
    Optional<Duration> advance() {
        try {
            return permits.during(this::callOrFail);
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
            if (flow == null) {
                RedeliveryDelay.clear(exchange);
                EffectiveOptions options = endpoint.options(exchange);
                policy = options.retryPolicy();
                flow = source.flow(exchange, options, since);
            }
            return call();
        } catch (Throwable e) {
            Optional<Duration> wait = e instanceof Exception failure ? repeatAfter(failure) : Optional.empty();
            endpoint.getComponent().getMonitor().errors().add(exchange, endpoint.getOperation(), e, wait.isPresent());
            if (wait.isEmpty()) {
                fail(e);
            }
            return wait;
        }
    }

    /** Ends the message while it waits, as when the component stops. What it waits after is the cause. */
    void abandon(Throwable reason) {
        if (lastFailure != null && reason.getCause() == null) {
            reason.initCause(lastFailure);
        }
        fail(reason);
    }

    /** Ends the message with a failure. */
    void fail(Throwable failure) {
        if (flow != null) {
            flow.close();
        }
        if (failure instanceof BackgroundCutException refused) {
            exchange.getMessage().setHeader(BackgroundCutConstants.STATUS_CODE, refused.getStatusCode());
            if (policy != null) {
                refused.getRetryAfter().map(policy::capped).ifPresent(wait -> RedeliveryDelay.set(exchange, wait));
            }
        } else {
            // That of a call before, or of a step before, would be taken for this one's.
            exchange.getMessage().removeHeader(BackgroundCutConstants.STATUS_CODE);
        }
        exchange.setException(failure);
    }

    private Optional<Duration> call() throws Exception {
        while (true) {
            Duration pause = paced ? Duration.ZERO : pacer.reserve();
            paced = true;
            if (!pause.isZero()) {
                return Optional.of(pause);
            }
            paced = false;
            Flow.Next next = flow.next();
            // What made no call leaves its turn to the next step.
            paced = !next.called();
            if (next.done()) {
                flow.close();
                return Optional.empty();
            }
            if (!next.pause().isZero()) {
                return Optional.of(next.pause());
            }
        }
    }

    private Optional<Duration> repeatAfter(Exception failure) {
        if (flow == null) {
            return Optional.empty();
        }
        lastFailure = failure;
        String call = Failures.call(failure);
        int failed = failures.merge(call, 1, Integer::sum);
        Optional<Duration> wait = policy.waitAfter(failure, failed, flow.looksBeforePaying());
        if (failure instanceof RateLimitedException limited) {
            pacer.pause(limited.getRetryAfter().map(policy::capped).orElseGet(() -> wait.orElse(Duration.ZERO)));
        }
        wait.ifPresent(pause -> {
            counters.count(Counters.Event.RETRIES);
            LOG.info(
                    "{} failed for the {}. time, trying again in {} ms: {}",
                    call,
                    failed,
                    pause.toMillis(),
                    failure.getMessage());
        });
        return wait;
    }

    /** Makes a message's flow. */
    @FunctionalInterface
    interface FlowSource {
        Flow flow(Exchange exchange, EffectiveOptions options, Instant since) throws Exception;
    }
}
