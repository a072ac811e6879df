// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import io.github.camelbackgroundcut.api.error.AuthenticationFailedException;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.CreditsExhaustedException;
import io.github.camelbackgroundcut.api.error.ErrorAnswer;
import io.github.camelbackgroundcut.api.error.InvalidRequestException;
import io.github.camelbackgroundcut.api.error.PathNotFoundException;
import io.github.camelbackgroundcut.api.error.PayloadTooLargeException;
import io.github.camelbackgroundcut.api.error.RateLimitedException;
import io.github.camelbackgroundcut.api.error.ServiceUnavailableException;

/** The error of each status, which a storage means in another way than the API. */
final class StatusErrors {

    private StatusErrors() {}

    static BackgroundCutException of(ErrorAnswer answer) {
        return switch (answer.statusCode()) {
            case 400 -> new InvalidRequestException(answer);
            case 401 -> new AuthenticationFailedException(answer);
            case 402 -> new CreditsExhaustedException(answer);
            case 404 -> new PathNotFoundException(answer);
            case 413 -> new PayloadTooLargeException(answer);
            case 429 -> new RateLimitedException(answer);
            default ->
                answer.statusCode() >= 500
                        ? new ServiceUnavailableException(answer)
                        : new BackgroundCutException(answer);
        };
    }

    /** Of a storage, which knows nothing of keys, credits and limits of the API. 403 is what it says of files that aren't there. */
    static BackgroundCutException ofStorage(ErrorAnswer answer) {
        return switch (answer.statusCode()) {
            case 403, 404 -> new PathNotFoundException(answer);
            case 429 -> new RateLimitedException(answer);
            default ->
                answer.statusCode() >= 500
                        ? new ServiceUnavailableException(answer)
                        : new BackgroundCutException(answer);
        };
    }
}
