// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

import java.time.Duration;

/** More pictures would be paid for in an hour than the component's limit allows. Nothing was sent, nothing was charged. */
public class ChargeLimitExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * @param limit pictures an hour
     * @param retryAfter when the next picture may be paid for
     */
    public ChargeLimitExceededException(int limit, Duration retryAfter) {
        super("maxPaidPicturesPerHour=" + limit + " is reached: nothing was sent. The next picture may be paid for in "
                + retryAfter.toMinutes() + " min " + retryAfter.toSecondsPart() + " s");
        this.retryAfter = retryAfter;
    }

    /** When the next picture may be paid for. */
    public Duration getRetryAfter() {
        return retryAfter;
    }
}
