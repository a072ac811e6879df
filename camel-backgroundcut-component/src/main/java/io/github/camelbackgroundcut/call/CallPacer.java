// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Spreads the calls of all endpoints of a component over time, under a fixed ceiling. */
public final class CallPacer {

    /** Nanoseconds between two calls; 0 for no limit. */
    private final long interval;

    private final LongSupplier nanoTime;
    private final long birth;
    /** When the next call may be made. Times are nanoseconds since this object's birth. */
    private final AtomicLong next = new AtomicLong();

    /**
     * @param requestsPerMinute the most calls a minute, spread evenly; 0 for no limit
     * @param nanoTime as {@link System#nanoTime()}
     */
    public CallPacer(int requestsPerMinute, LongSupplier nanoTime) {
        this.interval = requestsPerMinute == 0 ? 0 : Duration.ofMinutes(1).toNanos() / requestsPerMinute;
        this.nanoTime = nanoTime;
        this.birth = nanoTime.getAsLong();
    }

    /** Takes a place for one call, and says how long to wait for it. */
    public Duration reserve() {
        if (interval == 0) {
            return Duration.ZERO;
        }
        long now = nanoTime.getAsLong() - birth;
        return Duration.ofNanos(Math.max(0, next.getAndUpdate(free -> Math.max(free, now) + interval) - now));
    }
}
