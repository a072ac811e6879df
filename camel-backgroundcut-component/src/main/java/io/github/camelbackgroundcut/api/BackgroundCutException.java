// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import org.apache.camel.http.base.HttpOperationFailedException;

/**
 * The service answered, but not with what was asked for. The message says what happened and what to do about it.
 *
 * <p>This very class stands for statuses without a class of their own, such as 405 or a redirect.
 */
public class BackgroundCutException extends HttpOperationFailedException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String advice;
    private final boolean retryable;

    public BackgroundCutException(ErrorAnswer answer) {
        this(answer, "This is not an answer that the API documents.", false);
    }

    protected BackgroundCutException(ErrorAnswer answer, String advice, boolean retryable) {
        super(
                answer.uri(),
                answer.statusCode(),
                answer.reason(),
                answer.location().orElse(null),
                answer.headers(),
                answer.body());
        this.operation = answer.call().toString();
        this.advice = advice;
        this.retryable = retryable;
    }

    @Override
    public String getMessage() {
        StringBuilder message = new StringBuilder("BackgroundCut ")
                .append(operation)
                .append(" failed with status ")
                .append(getStatusCode());
        if (!getStatusText().isBlank()) {
            message.append(" (").append(getStatusText()).append(')');
        }
        message.append(" at ").append(getUri()).append(". ").append(advice);
        if (!getResponseBody().isBlank()) {
            message.append(" The service says: ").append(getResponseBody().strip());
        }
        return message.toString();
    }

    /** The call that failed, such as {@code upload}, {@code process} or {@code download}. */
    public String getOperation() {
        return operation;
    }

    /** Whether the same call may succeed later. */
    public boolean isRetryable() {
        return retryable;
    }
}
