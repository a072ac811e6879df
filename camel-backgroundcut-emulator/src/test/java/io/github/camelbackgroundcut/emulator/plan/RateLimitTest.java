// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RateLimitTest {

    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private static final int LIMIT = 6;

    @ParameterizedTest
    @EnumSource
    void allCallsOfALimitMayComeAtOnceButNoMore(RateLimitKind kind) {
        RateLimit limit = kind.perMinute(LIMIT);

        for (int left = LIMIT; left > 0; left--) {
            assertThat(limit.available(START)).isEqualTo(left);
            assertThat(limit.tryAcquire(START)).isEmpty();
        }

        assertThat(limit.available(START)).isZero();
        assertThat(limit.tryAcquire(START)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void afterTheWaitThatIsToldACallMayPassAndNotBefore(RateLimitKind kind) {
        RateLimit limit = kind.perMinute(LIMIT);
        use(limit, LIMIT, START);
        Duration wait = limit.tryAcquire(START.plusSeconds(2)).orElseThrow();
        Instant then = START.plusSeconds(2).plus(wait);

        assertThat(limit.tryAcquire(then.minusNanos(1))).contains(Duration.ofNanos(1));
        assertThat(limit.tryAcquire(then)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedCallCountsNothing(RateLimitKind kind) {
        RateLimit limit = kind.perMinute(LIMIT);
        use(limit, LIMIT, START);
        for (int i = 0; i < 100; i++) {
            assertThat(limit.tryAcquire(START.plusMillis(i))).isPresent();
        }

        use(limit, LIMIT, START.plusSeconds(60));
    }

    @ParameterizedTest
    @EnumSource
    void afterALongPauseThereIsNoMoreThanTheLimit(RateLimitKind kind) {
        RateLimit limit = kind.perMinute(LIMIT);
        use(limit, LIMIT, START);
        Instant later = START.plus(Duration.ofDays(1));

        assertThat(limit.available(later)).isEqualTo(LIMIT);
        use(limit, LIMIT, later);
        assertThat(limit.tryAcquire(later)).isPresent();
    }

    @Test
    void aFixedWindowBeginsWithItsFirstCallAndForgetsAllAtItsEnd() {
        RateLimit limit = RateLimitKind.FIXED_WINDOW.perMinute(LIMIT);
        use(limit, 1, START);
        use(limit, LIMIT - 1, START.plusSeconds(59));

        assertThat(limit.tryAcquire(START.plusSeconds(59))).contains(Duration.ofSeconds(1));
        use(limit, LIMIT, START.plusSeconds(60));
        assertThat(limit.tryAcquire(START.plusSeconds(61))).contains(Duration.ofSeconds(59));
    }

    @Test
    void aSlidingWindowForgetsCallByCall() {
        RateLimit limit = RateLimitKind.SLIDING_WINDOW.perMinute(LIMIT);
        use(limit, 1, START);
        use(limit, LIMIT - 1, START.plusSeconds(59));

        assertThat(limit.tryAcquire(START.plusSeconds(59))).contains(Duration.ofSeconds(1));
        use(limit, 1, START.plusSeconds(60));
        assertThat(limit.tryAcquire(START.plusSeconds(60))).contains(Duration.ofSeconds(59));
    }

    @Test
    void aTokenBucketFillsSteadily() {
        RateLimit limit = RateLimitKind.TOKEN_BUCKET.perMinute(LIMIT);
        use(limit, LIMIT, START);

        assertThat(limit.tryAcquire(START.plusSeconds(4))).contains(Duration.ofSeconds(6));
        use(limit, 1, START.plusSeconds(10));
        assertThat(limit.available(START.plusSeconds(35))).isEqualTo(2);
        use(limit, 2, START.plusSeconds(35));
        assertThat(limit.tryAcquire(START.plusSeconds(35))).contains(Duration.ofSeconds(5));
    }

    /** At the turn of two windows, and of a bucket that has just been filled, twice as many pass: that is their nature. */
    @ParameterizedTest
    @EnumSource
    void noMinuteHasMoreCallsThanTheKindAllows(RateLimitKind kind) {
        int most = kind == RateLimitKind.SLIDING_WINDOW ? LIMIT : 2 * LIMIT;
        RateLimit limit = kind.perMinute(LIMIT);
        List<Instant> passed = new ArrayList<>();
        Random random = new Random(7);
        Instant now = START;
        for (int i = 0; i < 5000; i++) {
            now = now.plusMillis(random.nextInt(random.nextInt(20) == 0 ? 90_000 : 3000));
            if (limit.tryAcquire(now).isEmpty()) {
                passed.add(now);
            }
        }

        for (Instant from : passed) {
            assertThat(passed.stream()
                            .filter(call -> !call.isBefore(from) && call.isBefore(from.plusSeconds(60)))
                            .count())
                    .isLessThanOrEqualTo(most);
        }
        assertThat(passed.size()).isGreaterThan(1000);
    }

    @ParameterizedTest
    @EnumSource
    void aWaitIsNeverNothing(RateLimitKind kind) {
        RateLimit limit = kind.perMinute(7);
        Random random = new Random(7);
        Instant now = START;
        for (int i = 0; i < 5000; i++) {
            now = now.plusNanos(random.nextInt(2_000_000_000));
            Optional<Duration> wait = limit.tryAcquire(now);
            wait.ifPresent(duration -> assertThat(duration).isBetween(Duration.ofNanos(1), Duration.ofMinutes(1)));
        }
    }

    @Test
    void aLimitOfNoCallsOrNoTimeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FixedWindow(0, Duration.ofMinutes(1)))
                .withMessageContaining("at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenBucket(2, Duration.ofNanos(1)))
                .withMessageContaining("nanosecond");
    }

    private static void use(RateLimit limit, int calls, Instant now) {
        for (int i = 0; i < calls; i++) {
            assertThat(limit.tryAcquire(now)).as("call %s", i).isEmpty();
        }
    }
}
