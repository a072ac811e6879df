// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import java.time.Duration;
import org.apache.camel.Exchange;

/** Passes the wait that the service asked for to the route's error handler. Camel then waits without holding a thread. */
final class RedeliveryDelay {

    private static final String SET_BY_US = "CamelBackgroundCutRedeliveryDelaySet";

    private RedeliveryDelay() {}

    static void set(Exchange exchange, Duration delay) {
        exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, delay.toMillis());
        exchange.setProperty(SET_BY_US, true);
    }

    /** Takes back what an earlier attempt has set, so that it doesn't delay what fails for another reason. */
    static void clear(Exchange exchange) {
        if (exchange.removeProperty(SET_BY_US) != null) {
            exchange.getMessage().removeHeader(Exchange.REDELIVERY_DELAY);
        }
    }
}
