// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** A token is made for the asker: a link, a prefetch or a cache gets none. Preflights go on. */
public final class OnlyPost implements Processor {

    private static final Set<String> METHODS = Set.of("POST", "OPTIONS");

    @Override
    public void process(Exchange exchange) {
        if (!METHODS.contains(exchange.getMessage().getHeader(Exchange.HTTP_METHOD, String.class))) {
            JsonAnswers.refuse(exchange, 405, "Tokens are asked for with POST", Map.of("Allow", "POST, OPTIONS"));
        }
    }
}
