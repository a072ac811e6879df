// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Spreads the calls of all endpoints of a component over time: as the rate allows, and as the service asks. */
final class CallPacer {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Optional<RateLimiter> limiter;
    /** A time of {@link System#nanoTime()}, as a distance from this object's birth. */
    private final AtomicLong pausedUntil = new AtomicLong();

    private final long birth = System.nanoTime();

    /**
     * @param requestsPerMinute the most calls a minute, spread evenly; 0 for no limit
     */
    CallPacer(int requestsPerMinute) {
        this.limiter = requestsPerMinute == 0
                ? Optional.empty()
                : Optional.of(RateLimiter.of(
                        "backgroundcut",
                        RateLimiterConfig.custom()
                                .limitForPeriod(1)
                                .limitRefreshPeriod(MINUTE.dividedBy(requestsPerMinute))
                                // Callers wait without a thread, so the queue may be long.
                                .timeoutDuration(Duration.ofDays(1))
                                .build()));
    }

    /** Takes a place for one call, and says how long to wait for it. */
    Duration reserve() {
        long byRate = limiter.map(RateLimiter::reservePermission).orElse(0L);
        if (byRate < 0) {
            throw new IllegalStateException("More than a day's calls are waiting: requestsPerMinute is too low");
        }
        return Duration.ofNanos(Math.max(byRate, pausedUntil.get() - now()));
    }

    /** The service asked one endpoint to slow down, and means all that share its key. */
    void pause(Duration wait) {
        pausedUntil.accumulateAndGet(now() + wait.toNanos(), Math::max);
    }

    /** Whether the service has asked to wait, and the time isn't over. */
    boolean isPaused() {
        return pausedUntil.get() > now();
    }

    private long now() {
        return System.nanoTime() - birth;
    }
}
