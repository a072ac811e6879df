// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

import io.github.camelbackgroundcut.api.ApiRequest;
import java.util.Map;
import java.util.Optional;

/** A successful status with an answer that can't be used: not JSON, too large, without paths, or not the requested picture. */
public class InvalidAnswerException extends BackgroundCutException {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason what is wrong with the answer, as a sentence
     */
    public InvalidAnswerException(ErrorAnswer answer, String reason) {
        super(answer, answer.call().isPaid() ? reason + " The work may have been done and charged." : reason, false);
    }

    /** For a paid call: the service said that it was done. */
    @Override
    public boolean mayHaveBeenCharged() {
        return isPaid();
    }

    /**
     * @param excerpt the answer's beginning, without secrets
     * @param reason what is wrong with the answer, as a sentence
     */
    public static InvalidAnswerException of(ApiRequest request, int statusCode, String excerpt, String reason) {
        ErrorAnswer answer = new ErrorAnswer(
                request.call(),
                request.uri().toString(),
                statusCode,
                "",
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                excerpt);
        return new InvalidAnswerException(answer, reason);
    }
}
