// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import io.github.camelbackgroundcut.api.error.AuthenticationFailedException;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.api.error.CreditsExhaustedException;
import io.github.camelbackgroundcut.api.error.FailedCall;
import io.github.camelbackgroundcut.api.error.InvalidImageException;
import io.github.camelbackgroundcut.api.error.InvalidRequestException;
import io.github.camelbackgroundcut.api.error.PayloadTooLargeException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/**
 * The text that lies beside a picture that has failed.
 *
 * @param picture its name
 * @param operation what failed
 * @param reason why
 * @param advice what to do about it
 */
record FailureReport(String picture, String operation, String reason, String advice) {

    static FailureReport of(Exchange exchange, Throwable cause) {
        return new FailureReport(
                exchange.getProperty(Drop.PICTURE, String.class),
                operation(cause, exchange),
                reason(cause),
                advice(cause));
    }

    static String reason(Throwable cause) {
        return Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    }

    /** In UTF-8. */
    byte[] text() {
        return """
                Picture:    %s
                Time:       %s
                Operation:  %s
                Reason:     %s
                What to do: %s
                """.formatted(picture, Instant.now().truncatedTo(ChronoUnit.SECONDS), operation, reason, advice)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String operation(Throwable cause, Exchange exchange) {
        if (cause instanceof FailedCall call) {
            return call.getOperation();
        }
        String endpoint = exchange.getProperty(ExchangePropertyKey.TO_ENDPOINT, "drop", String.class);
        return endpoint.replaceFirst("\\?.*", "").replace("://", ":");
    }

    private static String advice(Throwable cause) {
        if (cause instanceof InvalidRequestException
                || cause instanceof InvalidImageException
                || cause instanceof PayloadTooLargeException) {
            return "Repair or replace the picture, then put it into the inbox.";
        }
        if (cause instanceof AuthenticationFailedException) {
            return "Set a valid API key, then move the picture back into the inbox.";
        }
        if (cause instanceof CreditsExhaustedException) {
            return "Buy credits, then move the picture back into the inbox.";
        }
        if (cause instanceof BackgroundCutTransportException && FailedCall.mayHaveBeenCharged(cause)) {
            return "The picture is fine. Move it back into the inbox when the service can be reached; after two hours that"
                    + " may be charged a second time.";
        }
        if (cause instanceof BackgroundCutTransportException
                || cause instanceof BackgroundCutException e && e.isRetryable()) {
            return "The picture is fine. Move it back into the inbox when the service can be reached.";
        }
        return "Look into the log, remove the cause, then move the picture back into the inbox.";
    }
}
