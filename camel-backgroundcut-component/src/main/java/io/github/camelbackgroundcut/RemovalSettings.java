// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.time.Duration;
import org.apache.camel.Exchange;

/**
 * What a message's options say about paying twice.
 *
 * @param reuse when existing results are used
 * @param redelivered whether the message came before
 * @param reprocessExpired whether lost results may be paid for again
 * @param processTimeout how long a process call may take of which nobody has heard
 */
record RemovalSettings(ReuseOutputs reuse, boolean redelivered, boolean reprocessExpired, Duration processTimeout) {

    /** Camel's name for what a broker of JMS says. */
    private static final String BY_BROKER = "JMSRedelivered";

    static RemovalSettings of(Exchange exchange, BackgroundCutConfiguration options) {
        boolean redelivered =
                exchange.isExternalRedelivered() || has(exchange, Exchange.REDELIVERED) || has(exchange, BY_BROKER);
        return new RemovalSettings(
                ReuseOutputs.of(options.getReuseOutputs()),
                redelivered,
                options.isReprocessExpired(),
                Duration.ofMillis(options.getProcessTimeout()));
    }

    private static boolean has(Exchange exchange, String header) {
        return Boolean.TRUE.equals(exchange.getMessage().getHeader(header, Boolean.class));
    }

    /** Whether results are looked for although nothing is known to have been paid. */
    boolean looksFirst() {
        return reuse == ReuseOutputs.ALWAYS || reuse == ReuseOutputs.REDELIVERY && redelivered;
    }
}
