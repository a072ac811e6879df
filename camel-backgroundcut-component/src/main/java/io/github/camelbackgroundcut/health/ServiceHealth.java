// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.health;

import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.api.error.InvalidAnswerException;
import io.github.camelbackgroundcut.api.error.RateLimitedException;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The health of a service, by its answer to {@code usage}.
 *
 * @param up whether it is available
 * @param authorised whether it accepts the credential
 * @param status of the answer; empty if there was none
 * @param message a description without text of the service, because health is widely visible
 */
public record ServiceHealth(boolean up, Authorised authorised, OptionalInt status, String message) {

    /** Whether a credential is valid. */
    public enum Authorised {
        YES,
        NO,
        UNKNOWN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static ServiceHealth down(String message) {
        return new ServiceHealth(false, Authorised.UNKNOWN, OptionalInt.empty(), message);
    }

    public static ServiceHealth up(String message) {
        return new ServiceHealth(true, Authorised.UNKNOWN, OptionalInt.empty(), message);
    }

    public static ServiceHealth answered(int status) {
        return new ServiceHealth(true, Authorised.YES, OptionalInt.of(status), "The service accepts the credential");
    }

    /**
     * @param scoped whether the credential is an access token, which may be valid for other paths only
     */
    public static ServiceHealth refused(BackgroundCutException refusal, boolean scoped) {
        int status = refusal.getStatusCode();
        if (status == 401 || status == 403) {
            return scoped
                    ? new ServiceHealth(
                            true,
                            Authorised.UNKNOWN,
                            OptionalInt.of(status),
                            "The service is available; the access token may be valid for other paths only")
                    : new ServiceHealth(
                            false, Authorised.NO, OptionalInt.of(status), "The service rejects the API key");
        }
        if (refusal instanceof RateLimitedException) {
            return new ServiceHealth(
                    true, Authorised.UNKNOWN, OptionalInt.of(status), "The service is available, and asks to wait");
        }
        String reason = refusal instanceof InvalidAnswerException
                ? "The answer isn't one of BackgroundCut: is baseUrl right?"
                : "The service answers with status " + status;
        return new ServiceHealth(false, Authorised.UNKNOWN, OptionalInt.of(status), reason);
    }

    public static ServiceHealth lost(Exception failure) {
        String reason = failure instanceof BackgroundCutTransportException lost
                ? "No answer: " + lost.getPhase() + " failed with "
                        + lost.getCause().getClass().getSimpleName()
                : "The check failed: " + failure.getClass().getSimpleName();
        return down(reason);
    }
}
