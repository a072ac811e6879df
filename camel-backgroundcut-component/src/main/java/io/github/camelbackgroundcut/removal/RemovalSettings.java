// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/**
 * The options of a message about paying twice.
 *
 * @param reuse when existing results are used
 * @param redelivered whether the message came before
 * @param reprocessExpired whether lost results may be paid for again
 * @param processTimeout the longest duration of a process call without an answer
 */
public record RemovalSettings(
        ReuseOutputs reuse, boolean redelivered, boolean reprocessExpired, Duration processTimeout) {

    /** Camel's name for what a broker of JMS says. */
    private static final String BY_BROKER = "JMSRedelivered";

    /** Whether a message came before. */
    public static boolean isRedelivered(Exchange exchange) {
        return exchange.isExternalRedelivered() || has(exchange, Exchange.REDELIVERED) || has(exchange, BY_BROKER);
    }

    private static boolean has(Exchange exchange, String header) {
        return Boolean.TRUE.equals(exchange.getMessage().getHeader(header, Boolean.class));
    }

    /** Whether results are looked for although nothing is known to have been paid. */
    public boolean looksFirst() {
        return reuse == ReuseOutputs.ALWAYS || reuse == ReuseOutputs.REDELIVERY && redelivered;
    }

    /** When outputs that exist are fetched instead of paid for again. */
    public enum ReuseOutputs {
        REDELIVERY,
        ALWAYS,
        NEVER;

        private static final List<ReuseOutputs> VALUES = List.of(values());

        public static ReuseOutputs of(String name) {
            for (ReuseOutputs value : VALUES) {
                if (value.name().equalsIgnoreCase(name)) {
                    return value;
                }
            }
            throw new IllegalArgumentException("reuseOutputs is '" + name + "': use "
                    + VALUES.stream()
                            .map(value -> value.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }
    }
}
