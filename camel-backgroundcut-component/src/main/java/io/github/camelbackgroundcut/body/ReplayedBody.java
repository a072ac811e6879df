// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import java.io.InputStream;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * Keeps what was read from a body that can be read once. It becomes the body; and since Camel's error handler gives a
 * redelivery the body that it had before, which is empty by then, the exchange remembers it, too.
 */
final class ReplayedBody {

    private static final String PROPERTY = "CamelBackgroundCutBody";

    private ReplayedBody() {}

    /** The body of the previous reading, if there was one. */
    static Optional<ImageBody> known(Exchange exchange) {
        return exchange.getProperty(PROPERTY) instanceof Read read
                        && read.stream() == exchange.getMessage().getBody()
                ? Optional.of(read.body())
                : Optional.empty();
    }

    static void remember(Exchange exchange, InputStream stream, ImageBody body) {
        exchange.setProperty(PROPERTY, new Read(stream, body));
        exchange.getMessage().setBody(body);
    }

    private record Read(InputStream stream, ImageBody body) {}
}
