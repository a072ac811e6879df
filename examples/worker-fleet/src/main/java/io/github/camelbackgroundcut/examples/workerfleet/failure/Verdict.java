// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.failure;

import io.github.camelbackgroundcut.api.error.AuthenticationFailedException;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.ChargeLimitExceededException;
import io.github.camelbackgroundcut.api.error.CreditsExhaustedException;
import io.github.camelbackgroundcut.api.error.InvalidImageException;
import io.github.camelbackgroundcut.api.error.PathNotFoundException;
import io.github.camelbackgroundcut.examples.workerfleet.picture.InvalidMessageException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a failure says about a picture. */
public enum Verdict {
    /** The picture is fine, but the account is not: it goes back into the queue, as if it had never been delivered. */
    HELD,
    /** It may pass: the broker delivers the picture again. */
    AGAIN,
    /** It won't pass: the picture goes to the dead letters. */
    DEAD,
    /** Another picture has its key by now, and a message of its own: there is nothing left to do. */
    REPLACED;

    private static final int PRECONDITION_FAILED = 412;

    /** @param lastDelivery whether the broker would not deliver the picture again */
    public static Verdict of(Throwable failure, boolean lastDelivery) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CreditsExhaustedException
                    || cause instanceof AuthenticationFailedException
                    || cause instanceof ChargeLimitExceededException) {
                return HELD;
            }
            if (cause instanceof S3Exception answer && answer.statusCode() == PRECONDITION_FAILED) {
                return REPLACED;
            }
            if (isPermanent(cause)) {
                return DEAD;
            }
        }
        return lastDelivery ? DEAD : AGAIN;
    }

    private static boolean isPermanent(Throwable cause) {
        return cause instanceof BackgroundCutException answer
                        && !answer.isRetryable()
                        && !(answer instanceof PathNotFoundException)
                || cause instanceof InvalidImageException
                || cause instanceof InvalidMessageException
                || cause instanceof IllegalArgumentException
                || cause instanceof NoSuchKeyException;
    }

    /** The innermost cause that says what went wrong. */
    public static Throwable reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BackgroundCutException || isPermanent(cause)) {
                return cause;
            }
        }
        return failure.getCause() == null ? failure : reason(failure.getCause());
    }
}
