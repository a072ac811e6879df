// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.failure;

import io.github.camelbackgroundcut.drop.Drop;
import io.github.camelbackgroundcut.examples.workerfleet.picture.PictureMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.ExchangeHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of a picture that has failed. The exchange property {@code fleetVerdict} says it, and the message is what it was
 * when it came.
 */
public final class FailedPicture implements Processor {

    /** The header with the reason, of a dead letter. */
    public static final String REASON = "fleetReason";

    private static final Logger LOG = LoggerFactory.getLogger(FailedPicture.class);

    private final int deliveries;
    private final AccountWatch account;

    /** @param deliveries how often the broker delivers a message */
    public FailedPicture(int deliveries, AccountWatch account) {
        this.deliveries = deliveries;
        this.account = account;
    }

    @Override
    public void process(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        boolean read = PictureMessage.isRead(exchange);
        if (read) {
            PictureMessage.restore(exchange);
        }
        Message message = exchange.getMessage();
        int delivery = message.getHeader("JMSXDeliveryCount", 1, Integer.class);
        // One that can't be read is for the broker to put aside, as it is.
        Verdict verdict = Verdict.of(failure, read && delivery >= deliveries);
        String picture = exchange.getProperty(Drop.PICTURE, "A message", String.class);
        Throwable cause = Verdict.reason(failure);
        String reason = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        exchange.setProperty("fleetVerdict", verdict.name());
        switch (verdict) {
            case HELD -> account.hold(reason);
            case AGAIN ->
                LOG.warn("{} is delivered again (delivery {} of {}): {}", picture, delivery, deliveries, reason);
            case REPLACED -> LOG.info("{} was replaced before its turn", picture);
            case DEAD -> {
                LOG.error("{} failed: {}", picture, reason);
                message.setHeader("fleetPicture", picture);
                message.setHeader(REASON, reason);
                message.setHeader(
                        "fleetFailedAt",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            }
        }
        // A paid result is still remembered: the picture may come again.
        ExchangeHelper.setFailureHandled(exchange);
    }
}
