// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.api.error.FailedCall;
import io.github.camelbackgroundcut.api.error.InvalidAnswerException;
import io.github.camelbackgroundcut.api.error.RateLimitedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides whether a failed call is retried, and when. A call that can't succeed is not retried. A call that may have been
 * charged is retried only after a check for its output.
 *
 * @param maxRetries maximum number of retries of a call. A 429 with a {@code Retry-After} does not count: such a call is retried
 *     {@value #MAX_REFUSALS} times, if there are retries at all
 * @param firstDelay delay before the first retry; it doubles with each retry, less up to 50% jitter
 * @param maxRetryAfter the longest wait that the service may ask for
 */
public record RetryPolicy(int maxRetries, Duration firstDelay, Duration maxRetryAfter) {

    /** So many 429s in a row don't come from a limit that lets anything pass. */
    static final int MAX_REFUSALS = 30;

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    /**
     * @param failed how often this call has failed, at least 1; what {@link #isAskedToWait} is counted by itself
     * @param looksBeforePaying whether a paid call's output is looked for before it is repeated
     * @return how long to wait before the call is repeated; empty if it isn't
     */
    public Optional<Duration> waitAfter(Exception failure, int failed, boolean looksBeforePaying) {
        if (failed > (isAskedToWait(failure) && maxRetries > 0 ? Math.max(maxRetries, MAX_REFUSALS) : maxRetries)
                || !isRepeatable(failure)
                || FailedCall.mayHaveBeenCharged(failure) && !looksBeforePaying) {
            return Optional.empty();
        }
        Optional<Duration> asked =
                failure instanceof BackgroundCutException refused ? refused.getRetryAfter() : Optional.empty();
        return asked.isEmpty() ? Optional.of(delay(failed)) : asked.filter(wait -> wait.compareTo(maxRetryAfter) <= 0);
    }

    /** Whether nothing is wrong with a call but its time: 429, and the service says when to come back. */
    static boolean isAskedToWait(Exception failure) {
        return failure instanceof RateLimitedException limited
                && limited.getRetryAfter().isPresent();
    }

    /** A wait that the service asks for, but no more than it may. */
    public Duration capped(Duration wait) {
        return wait.compareTo(maxRetryAfter) > 0 ? maxRetryAfter : wait;
    }

    private static boolean isRepeatable(Exception failure) {
        return failure instanceof BackgroundCutTransportException
                || failure instanceof InvalidAnswerException
                || failure instanceof BackgroundCutException refused && refused.isRetryable();
    }

    private Duration delay(int failed) {
        long full = Math.min(firstDelay.toMillis() << Math.min(failed - 1, 16), LONGEST_DELAY.toMillis());
        return Duration.ofMillis(full - ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }
}
