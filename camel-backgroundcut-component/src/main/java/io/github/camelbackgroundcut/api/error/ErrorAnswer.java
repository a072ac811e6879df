// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

import io.github.camelbackgroundcut.api.ApiCall;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An answer with an error.
 *
 * @param call the call that got it
 * @param uri where the call went; holds no secret
 * @param statusCode the HTTP status
 * @param reason the status line's text, or an empty string
 * @param location where a redirect points, if it is one
 * @param headers the few response headers that are safe and useful
 * @param retryAfter how long the service asks to wait, if it does
 * @param body the first few hundred characters
 */
public record ErrorAnswer(
        ApiCall call,
        String uri,
        int statusCode,
        String reason,
        Optional<String> location,
        Map<String, String> headers,
        Optional<Duration> retryAfter,
        String body) {

    /** The most characters of a body that an error keeps. */
    public static final int MAX_BODY = 500;

    public ErrorAnswer {
        headers = Map.copyOf(headers);
        body = body.length() > MAX_BODY ? body.substring(0, MAX_BODY) + "…" : body;
    }
}
