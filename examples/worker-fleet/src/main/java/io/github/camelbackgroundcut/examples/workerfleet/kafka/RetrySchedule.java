// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kafka;

import io.github.camelbackgroundcut.examples.workerfleet.failure.Verdict;
import java.time.Clock;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Which pictures go through the retry topic, and when they are tried again. All wait equally long, so the records of the topic are due in
 * the order in which they were written.
 */
public final class RetrySchedule {

    /** The record header with the number of tries that have failed. */
    static final String FAILED_TRIES = "failed-tries";

    /** The record header with the time before which a picture isn't tried again, in milliseconds since 1970. */
    static final String DUE = "due";

    /** The record header with the reason of the last failure. */
    static final String REASON = "reason";

    private final Clock clock;
    private int retries = 60;
    private long delay = 60_000;

    public RetrySchedule() {
        this(Clock.systemUTC());
    }

    RetrySchedule(Clock clock) {
        this.clock = clock;
    }

    /** @param retries how often a picture is tried again */
    public void setRetries(int retries) {
        this.retries = retries;
    }

    /** @param delay milliseconds between two tries */
    public void setDelay(long delay) {
        this.delay = delay;
    }

    /** Whether a picture that has just failed is tried again. */
    public boolean isRetry(Exchange exchange) {
        boolean last = failedTries(exchange.getMessage()) >= retries;
        return Verdict.of(failure(exchange), last) == Verdict.AGAIN;
    }

    /** Writes the failure and the next try into the headers. */
    public void plan(Exchange exchange) {
        Message message = exchange.getMessage();
        explain(exchange);
        message.setHeader(FAILED_TRIES, String.valueOf(failedTries(message) + 1));
        message.setHeader(DUE, String.valueOf(clock.millis() + delay));
    }

    /** Writes the failure into the headers. */
    public void explain(Exchange exchange) {
        Throwable reason = Verdict.reason(failure(exchange));
        exchange.getMessage().setHeader(REASON, Objects.requireNonNullElse(reason.getMessage(), reason.toString()));
    }

    /** Milliseconds until a picture is due. */
    public long waitFor(Exchange exchange) {
        long wait = number(exchange.getMessage(), DUE) - clock.millis();
        return Math.max(0, Math.min(delay, wait));
    }

    private static Throwable failure(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    }

    private static long failedTries(Message message) {
        return number(message, FAILED_TRIES);
    }

    /** Anybody may have written the record: what is no number counts as none. */
    private static long number(Message message, String header) {
        String text = message.getHeader(header, "", String.class);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
