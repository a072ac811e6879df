// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * So many calls in each window. A window begins with the first call after the last one has ended, and nothing is carried
 * over. At the turn of two windows, twice as many calls may pass in a short time.
 */
public final class FixedWindow implements RateLimit {

    private final int limit;
    private final Duration length;
    private Instant end = Instant.MIN;
    private int taken;

    /**
     * @param limit  at least 1
     * @param length longer than nothing
     */
    public FixedWindow(int limit, Duration length) {
        Limits.require(limit, length);
        this.limit = limit;
        this.length = length;
    }

    @Override
    public Optional<Duration> tryAcquire(Instant now) {
        if (!now.isBefore(end)) {
            end = now.plus(length);
            taken = 0;
        }
        if (taken < limit) {
            taken++;
            return Optional.empty();
        }
        return Optional.of(Duration.between(now, end));
    }

    @Override
    public int available(Instant now) {
        return now.isBefore(end) ? limit - taken : limit;
    }
}
