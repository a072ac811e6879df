// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

import io.github.camelbackgroundcut.api.ApiRequest;
import java.util.Map;
import java.util.Optional;

/** A successful status with an answer that can't be used: not JSON, too large, without paths, or not the requested picture. */
public class InvalidAnswerException extends BackgroundCutException {

    private static final long serialVersionUID = 1L;

    private final boolean lacksResult;

    /**
     * @param reason what is wrong with the answer, as a sentence
     */
    public InvalidAnswerException(ErrorAnswer answer, String reason) {
        this(answer, reason, false);
    }

    private InvalidAnswerException(ErrorAnswer answer, String reason, boolean lacksResult) {
        super(answer, answer.call().isPaid() ? reason + " The work may have been done and charged." : reason, false);
        this.lacksResult = lacksResult;
    }

    /** Whether the answer lacks the very field that the call was made for. */
    public boolean lacksResult() {
        return lacksResult;
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
        return new InvalidAnswerException(answer(request, statusCode, excerpt), reason);
    }

    /**
     * @param excerpt the answer's beginning, without secrets
     * @param field what the answer should have
     */
    public static InvalidAnswerException lacking(ApiRequest request, int statusCode, String excerpt, String field) {
        return new InvalidAnswerException(
                answer(request, statusCode, excerpt),
                "The answer lacks '" + field + "', or it is of another type.",
                true);
    }

    private static ErrorAnswer answer(ApiRequest request, int statusCode, String excerpt) {
        return new ErrorAnswer(
                request.call(),
                request.uri().toString(),
                statusCode,
                "",
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                excerpt);
    }
}
