// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final long NOW = 1_000_000;

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    private final RetrySchedule schedule = new RetrySchedule(Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));

    RetryScheduleTest() {
        schedule.setRetries(2);
        schedule.setDelay(60_000);
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, new IOException("The bucket can't be reached"));
    }

    @Test
    void countsTheTriesUntilTheyAreUsedUp() {
        assertThat(schedule.isRetry(exchange)).isTrue();
        schedule.plan(exchange);
        assertThat(schedule.isRetry(exchange)).isTrue();
        schedule.plan(exchange);

        assertThat(schedule.isRetry(exchange)).isFalse();
    }

    @Test
    void doesNotTryAgainWhatWontPass() {
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, new IllegalArgumentException("not a claim check"));

        assertThat(schedule.isRetry(exchange)).isFalse();
    }

    @Test
    void waitsForTheTimeThatWasPlanned() {
        schedule.plan(exchange);

        assertThat(schedule.waitFor(exchange)).isEqualTo(60_000);
    }

    @Test
    void doesNotWaitForATimeThatHasPassed() {
        exchange.getMessage().setHeader(RetrySchedule.DUE, String.valueOf(NOW - 1));

        assertThat(schedule.waitFor(exchange)).isZero();
    }

    @Test
    void doesNotWaitForARecordWithoutATime() {
        assertThat(schedule.waitFor(exchange)).isZero();
    }

    /** Anybody may have written the record. */
    @Test
    void takesAStrangersHeadersForNone() {
        exchange.getMessage().setHeader(RetrySchedule.DUE, "tomorrow");
        exchange.getMessage().setHeader(RetrySchedule.FAILED_TRIES, "many");

        assertThat(schedule.waitFor(exchange)).isZero();
        assertThat(schedule.isRetry(exchange)).isTrue();
    }

    @Test
    void waitsNoLongerThanItPlans() {
        exchange.getMessage().setHeader(RetrySchedule.DUE, "999999999999999999");

        assertThat(schedule.waitFor(exchange)).isEqualTo(60_000);
    }

    @Test
    void saysWhy() {
        schedule.plan(exchange);

        assertThat(exchange.getMessage().getHeader(RetrySchedule.REASON)).isEqualTo("The bucket can't be reached");
    }
}
