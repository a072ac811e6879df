// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import io.github.camelbackgroundcut.api.error.AuthenticationFailedException;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.api.error.CreditsExhaustedException;
import io.github.camelbackgroundcut.api.error.InvalidImageException;
import io.github.camelbackgroundcut.api.error.InvalidRequestException;
import io.github.camelbackgroundcut.api.error.PayloadTooLargeException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns a failed exchange's message into the text that lies beside the picture under the failed prefix. */
public final class FailureReport implements Processor {

    /** The exchange property with the reason, for who wants to tell. */
    static final String REASON = "reason";

    @Override
    public void process(Exchange exchange) {
        if (exchange.getContext().isStopping()) {
            // What couldn't be tried again may be fine. Without a report the picture stays in the inbox for the next
            // start.
            throw new RejectedExecutionException("The s3 drop is being stopped");
        }
        Throwable failure = cause(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        String picture = exchange.getProperty(PictureProperties.PATH, String.class);
        String reason = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        exchange.setProperty(REASON, reason);
        Message message = exchange.getMessage();
        message.setBody(text(picture, reason, operation(failure, exchange), advice(failure))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String picture, String reason, String operation, String advice) {
        return """
                Picture:    %s
                Time:       %s
                Operation:  %s
                Reason:     %s
                What to do: %s
                """.formatted(picture, Instant.now().truncatedTo(ChronoUnit.SECONDS), operation, reason, advice);
    }

    /** What the service, the component or AWS' client had to say; else what lies beneath Camel's own words, that a split has failed. */
    static Throwable cause(Throwable failure) {
        for (Throwable candidate = failure; candidate != null; candidate = candidate.getCause()) {
            if (candidate instanceof BackgroundCutException
                    || candidate instanceof BackgroundCutTransportException
                    || candidate instanceof InvalidImageException
                    || candidate instanceof SdkException) {
                return candidate;
            }
        }
        boolean wrapped = failure instanceof CamelExchangeException && failure.getCause() != null;
        return wrapped ? failure.getCause() : failure;
    }

    private static String operation(Throwable failure, Exchange exchange) {
        if (failure instanceof BackgroundCutException e) {
            return e.getOperation();
        }
        if (failure instanceof BackgroundCutTransportException e) {
            return e.getOperation();
        }
        String endpoint = exchange.getProperty(Exchange.FAILURE_ENDPOINT, "s3-drop", String.class);
        return endpoint.replaceFirst("\\?.*", "").replace("://", ":");
    }

    private static String advice(Throwable failure) {
        if (failure instanceof InvalidRequestException
                || failure instanceof InvalidImageException
                || failure instanceof PayloadTooLargeException) {
            return "Repair or replace the picture, then put it into the inbox.";
        }
        if (failure instanceof AuthenticationFailedException) {
            return "Start the s3 drop with a valid BACKGROUNDCUT_API_KEY, then move the picture back into the inbox.";
        }
        if (failure instanceof CreditsExhaustedException) {
            return "Buy credits, then move the picture back into the inbox.";
        }
        if (failure instanceof BackgroundCutTransportException e && e.mayHaveBeenCharged()) {
            return "The picture is fine. Move it back into the inbox when the service can be reached; after two hours that"
                    + " may be charged a second time.";
        }
        if (failure instanceof BackgroundCutTransportException
                || failure instanceof BackgroundCutException e && e.isRetryable()) {
            return "The picture is fine. Move it back into the inbox when the service can be reached.";
        }
        return "Look into the log file, remove the cause, then move the picture back into the inbox.";
    }
}
