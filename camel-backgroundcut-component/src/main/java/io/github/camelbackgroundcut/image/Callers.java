// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.image;

import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.util.StringHelper;

/** Those who get to see a body only when its exchange is done. */
final class Callers {

    /**
     * Endpoints whose consumer is its caller: an exchange from them was made in the same JVM, such as by a
     * {@code ProducerTemplate}.
     */
    private static final Set<String> CALLED_SCHEMES = Set.of("direct", "kamelet");

    private Callers() {}

    /** Whether somebody may still read the body of an exchange that is done. */
    static boolean keepTheBodyOf(Exchange done) {
        if (done.getException() != null) {
            return false;
        }
        Endpoint from = done.getFromEndpoint();
        if (from == null || done.getFromRouteId() == null) {
            // It came from no consumer.
            return true;
        }
        return CALLED_SCHEMES.contains(StringHelper.before(from.getEndpointUri(), ":", "")) || isReadByConsumer(done);
    }

    /**
     * Whether a consumer waits for a reply. One that ends the unit of work itself, such as an HTTP server, has sent it by then;
     * otherwise the route does, before its consumer reads the reply.
     */
    private static boolean isReadByConsumer(Exchange done) {
        UnitOfWork work = done.getUnitOfWork();
        return done.getPattern().isOutCapable() && (work == null || work.getRoute() != null);
    }
}
