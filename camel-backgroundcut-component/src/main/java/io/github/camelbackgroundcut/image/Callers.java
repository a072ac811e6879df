// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.image;

import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.util.StringHelper;

/** Those who get to see a body only when its exchange is done. */
final class Callers {

    /**
     * Endpoints without a consumer of their own in the way: an exchange from them was made by a caller in the same JVM, such
     * as a {@code ProducerTemplate}.
     */
    private static final Set<String> CALLED_SCHEMES = Set.of("backgroundcut", "direct", "kamelet");

    private Callers() {}

    /** Whether somebody may still read the body of an exchange that is done. */
    static boolean keepTheBodyOf(Exchange done) {
        Endpoint from = done.getFromEndpoint();
        return done.getException() == null
                && from != null
                && CALLED_SCHEMES.contains(StringHelper.before(from.getEndpointUri(), ":", ""));
    }
}
