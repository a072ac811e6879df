// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.plan;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;

/** What one account has used up of its plan. Safe for use by several threads. */
public final class Account {

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<RateLimit> rateLimit = Optional.empty();
    private Credits credits = new Credits(OptionalInt.empty());

    Account(Clock clock) {
        this.clock = clock;
    }

    /** Starts a plan from its beginning: nothing of it is used yet. */
    void start(Plan plan) {
        lock.lock();
        try {
            rateLimit = plan.requestsPerMinute().isPresent()
                    ? Optional.of(
                            plan.rateLimit().perMinute(plan.requestsPerMinute().getAsInt()))
                    : Optional.empty();
            credits = new Credits(plan.credits());
        } finally {
            lock.unlock();
        }
    }

    /** Counts a call. @return empty if it may pass; else how long to wait */
    public Optional<Duration> tryCall() {
        lock.lock();
        try {
            return rateLimit.flatMap(limit -> limit.tryAcquire(clock.instant()));
        } finally {
            lock.unlock();
        }
    }

    /** How many calls may come now; empty for any number. */
    public OptionalInt callsLeft() {
        lock.lock();
        try {
            return rateLimit.isPresent()
                    ? OptionalInt.of(rateLimit.get().available(clock.instant()))
                    : OptionalInt.empty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Puts credits aside, so that several calls at once cannot spend the same.
     *
     * @throws ApiError 402 if there are not enough
     */
    public Credits.Reservation reserve(int outputs) {
        return currentCredits().reserve(outputs);
    }

    /** How many outputs can still be paid for; empty for any number. */
    public OptionalInt creditsLeft() {
        return currentCredits().left();
    }

    private Credits currentCredits() {
        lock.lock();
        try {
            return credits;
        } finally {
            lock.unlock();
        }
    }
}
