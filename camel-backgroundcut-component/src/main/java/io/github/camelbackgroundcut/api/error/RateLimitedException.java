// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

/** 429: too many requests in too short a time. */
public class RateLimitedException extends BackgroundCutException {

    private static final long serialVersionUID = 1L;

    public RateLimitedException(ErrorAnswer answer) {
        super(
                answer,
                answer.retryAfter()
                        .map(time -> "Too many requests: try again in " + time.toSeconds() + " s.")
                        .orElse("Too many requests: try again later."),
                true);
    }
}
