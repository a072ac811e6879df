// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import java.time.Duration;
import java.util.Optional;

/** 429: too many requests in too short a time. */
public class RateLimitedException extends BackgroundCutException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * @param retryAfter what the {@code Retry-After} header says, if it says anything
     */
    public RateLimitedException(ErrorAnswer answer, Optional<Duration> retryAfter) {
        super(
                answer,
                retryAfter
                        .map(time -> "Too many requests: try again in " + time.toSeconds() + " s.")
                        .orElse("Too many requests: try again later."),
                true);
        this.retryAfter = retryAfter.orElse(null);
    }

    /** How long the service asks to wait, if it does. */
    public Optional<Duration> getRetryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
