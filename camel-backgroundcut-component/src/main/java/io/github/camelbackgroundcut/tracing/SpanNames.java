// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.tracing;

import io.github.camelbackgroundcut.BackgroundCutEndpoint;
import org.apache.camel.Endpoint;
import org.apache.camel.util.StringHelper;

/** The names of spans, for all tracers. */
final class SpanNames {

    static final String SCHEME = "backgroundcut";
    /** The tag of the operation. */
    static final String OPERATION = "backgroundcut.operation";

    private SpanNames() {}

    /** Such as {@code backgroundcut removeBackground}. */
    static String of(Endpoint endpoint) {
        return SCHEME + ' ' + operation(endpoint);
    }

    static String operation(Endpoint endpoint) {
        if (endpoint instanceof BackgroundCutEndpoint known) {
            return known.getOperation().name();
        }
        // It may be behind an interceptor.
        String uri = StringHelper.before(endpoint.getEndpointUri(), "?", endpoint.getEndpointUri());
        return StringHelper.after(uri, ":", uri).replace("/", "");
    }
}
