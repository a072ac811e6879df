// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** So many calls in any window of time: each call counts until it is as old as the window is long. */
public final class SlidingWindow implements RateLimit {

    private final int limit;
    private final Duration length;
    private final Deque<Instant> passed = new ArrayDeque<>();

    /**
     * @param limit  at least 1
     * @param length longer than nothing
     */
    public SlidingWindow(int limit, Duration length) {
        Limits.require(limit, length);
        this.limit = limit;
        this.length = length;
    }

    @Override
    public Optional<Duration> tryAcquire(Instant now) {
        forgetOld(now);
        if (passed.size() < limit) {
            passed.addLast(now);
            return Optional.empty();
        }
        return Optional.of(Duration.between(now, passed.getFirst().plus(length)));
    }

    @Override
    public int available(Instant now) {
        forgetOld(now);
        return limit - passed.size();
    }

    private void forgetOld(Instant now) {
        while (!passed.isEmpty() && !now.isBefore(passed.getFirst().plus(length))) {
            passed.removeFirst();
        }
    }
}
