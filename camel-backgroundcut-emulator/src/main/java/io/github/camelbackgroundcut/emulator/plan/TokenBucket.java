// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A bucket that is full at first and fills again at a steady pace: a call takes one token out. After a pause, as many calls
 * as the bucket holds may pass at once.
 */
public final class TokenBucket implements RateLimit {

    private final long capacity;
    private final long nanosPerToken;
    /** When the bucket is full again, if no more calls come. */
    private Instant full = Instant.MIN;

    /**
     * @param capacity how many tokens it holds; at least 1
     * @param refill   how long an empty bucket takes to be full; at least a nanosecond a token
     */
    public TokenBucket(int capacity, Duration refill) {
        Limits.require(capacity, refill);
        this.capacity = capacity;
        this.nanosPerToken = refill.dividedBy(capacity).toNanos();
    }

    @Override
    public Optional<Duration> tryAcquire(Instant now) {
        long missing = missingNanos(now);
        long excess = missing + nanosPerToken - capacity * nanosPerToken;
        if (excess > 0) {
            return Optional.of(Duration.ofNanos(excess));
        }
        full = now.plusNanos(missing + nanosPerToken);
        return Optional.empty();
    }

    @Override
    public int available(Instant now) {
        return (int) Math.max(0, (capacity * nanosPerToken - missingNanos(now)) / nanosPerToken);
    }

    private long missingNanos(Instant now) {
        return now.isBefore(full) ? Duration.between(now, full).toNanos() : 0;
    }
}
