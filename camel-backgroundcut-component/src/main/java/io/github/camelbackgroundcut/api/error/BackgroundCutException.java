// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

import java.time.Duration;
import java.util.Optional;
import org.apache.camel.http.base.HttpOperationFailedException;

/**
 * The service answered with an error. The message says what happened and what to do about it.
 *
 * <p>Statuses without a class of their own, such as 405 or a redirect, are of this class.
 */
public class BackgroundCutException extends HttpOperationFailedException implements FailedCall {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String advice;
    private final boolean retryable;
    private final boolean paid;
    private final Duration retryAfter;
    /** What else there is to know. */
    private String note = "";

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
        this.paid = answer.call().isPaid();
        this.retryAfter = answer.retryAfter().orElse(null);
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
        return note.isEmpty() ? message.toString() : message + " " + note;
    }

    /** Adds a sentence to the message. */
    public BackgroundCutException noting(String sentence) {
        note = sentence;
        return this;
    }

    /**
     * Adds that the same call was refused in another dialect of the API.
     *
     * @param other the refusal
     * @param dialect the name of the other dialect
     */
    public BackgroundCutException besides(BackgroundCutException other, String dialect) {
        addSuppressed(other);
        return noting("In the dialect " + dialect + " of the API: " + other.getMessage());
    }

    @Override
    public String getOperation() {
        return operation;
    }

    /** Whether the same call may succeed later. */
    public boolean isRetryable() {
        return retryable;
    }

    /** Whether the service may charge for the call that failed. */
    protected final boolean isPaid() {
        return paid;
    }

    /** How long the service asks to wait before the next call, if it does. */
    public Optional<Duration> getRetryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Whether the service may have done the work of a paid call, and charged for it, although it answered with an error: ask
     * for the output before the call is repeated. So it is where something between may have lost the answer (5xx, but for
     * 503, which says that nothing was begun).
     */
    @Override
    public boolean mayHaveBeenCharged() {
        return isPaid() && getStatusCode() >= 500 && getStatusCode() != 503;
    }
}
