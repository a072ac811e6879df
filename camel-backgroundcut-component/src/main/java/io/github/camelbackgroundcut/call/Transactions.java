// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.DefaultEndpoint;

/** Tells whether a message is part of a transaction. */
public final class Transactions {

    /** The name of the option in the consumers of JMS, SQL and others. */
    private static final String OPTION = "transacted";

    private Transactions() {}

    /** Whether the route ({@code .transacted()}) or the consumer that the message came from has opened one. */
    public static boolean isOpen(Exchange exchange) {
        return exchange.isTransacted() || isTransacted(exchange.getFromEndpoint());
    }

    /** Asked through Camel's configurers: no class of the consumer's component is needed. */
    private static boolean isTransacted(Endpoint consumer) {
        return consumer instanceof DefaultEndpoint endpoint
                && endpoint.getComponent() != null
                && endpoint.getComponent().getEndpointPropertyConfigurer() instanceof PropertyConfigurerGetter options
                && Boolean.TRUE.equals(options.getOptionValue(endpoint, OPTION, true));
    }
}
