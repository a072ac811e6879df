// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCreatedEvent;
import org.apache.camel.spi.ManagementStrategy;
import org.apache.camel.support.SimpleEventNotifierSupport;

/**
 * Tells a copy of an exchange how the exchange of the consumer ends. EIPs such as {@code split} call on copies, which have a unit
 * of work of their own, do not know their original, and end before the consumer commits.
 */
public final class ConsumerExchanges extends SimpleEventNotifierSupport {

    private static final String SUCCESS = "CamelBackgroundCutConsumerSuccess";

    private ConsumerExchanges() {
        setIgnoreExchangeEvents(false);
        setIgnoreExchangeCreatedEvent(false);
    }

    /** From now on each new exchange of the context, and each copy of it, knows its consumer's. */
    public static void follow(CamelContext context) {
        ManagementStrategy strategy = context.getManagementStrategy();
        if (strategy.getEventNotifiers().stream().noneMatch(ConsumerExchanges.class::isInstance)) {
            strategy.addEventNotifier(new ConsumerExchanges());
        }
    }

    /** Of the consumer's exchange that this one is, or is a copy of; empty if that is older than {@link #follow}. */
    static Optional<ExchangeSuccess> successOf(Exchange exchange) {
        return Optional.ofNullable(exchange.getExchangeExtension().getSafeCopyProperty(SUCCESS, ExchangeSuccess.class));
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof ExchangeCreatedEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        Exchange exchange = ((ExchangeCreatedEvent) event).getExchange();
        // One that has ended was an exchange's of which this one is made, as by an aggregation.
        if (successOf(exchange).filter(ExchangeSuccess::isOpen).isEmpty()) {
            exchange.getExchangeExtension().setSafeCopyProperty(SUCCESS, ExchangeSuccess.of(exchange));
        }
    }
}
