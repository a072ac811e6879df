// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.plan;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * The limits of an account.
 *
 * @param requestsPerMinute calls a minute, at least 1; one more is a 429. Empty for any number
 * @param rateLimit         how they are counted
 * @param credits           how many outputs can be paid for; a process call that needs more is a 402. Empty for any number
 */
public record Plan(OptionalInt requestsPerMinute, RateLimitKind rateLimit, OptionalInt credits) {

    private static final Plan UNLIMITED =
            new Plan(OptionalInt.empty(), RateLimitKind.FIXED_WINDOW, OptionalInt.empty());

    /** @throws IllegalArgumentException if a value is out of its range, with a message that names it */
    public Plan {
        Objects.requireNonNull(rateLimit, "rateLimit");
        require(requestsPerMinute.orElse(1) >= 1, "requestsPerMinute must be at least 1");
        require(credits.orElse(0) >= 0, "credits must not be negative");
    }

    /** No limits. */
    public static Plan unlimited() {
        return UNLIMITED;
    }

    public Plan withRequestsPerMinute(int number) {
        return new Plan(OptionalInt.of(number), rateLimit, credits);
    }

    public Plan withRateLimit(RateLimitKind kind) {
        return new Plan(requestsPerMinute, kind, credits);
    }

    public Plan withCredits(int number) {
        return new Plan(requestsPerMinute, rateLimit, OptionalInt.of(number));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Such as {@code 100 requests a minute (fixed-window), 20 credits}; empty if there are no limits. */
    @Override
    public String toString() {
        String rate = requestsPerMinute.isPresent()
                ? requestsPerMinute.getAsInt() + " requests a minute (" + rateLimit.text() + ")"
                : "";
        String paid = credits.isPresent() ? credits.getAsInt() + " credits" : "";
        return rate + (rate.isEmpty() || paid.isEmpty() ? "" : ", ") + paid;
    }
}
