// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.endpointdsl;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/**
 * Camel's {@link EndpointRouteBuilder} with one more builder, {@code backgroundcut(operation)}, beside those of Camel's own
 * components:
 *
 * <pre>{@code
 * public class Cutouts extends BackgroundCutEndpointRouteBuilder {
 *     @Override
 *     public void configure() {
 *         from(file("inbox"))
 *                 .to(backgroundcut("removeBackground").format("webp").maxResolution(1_000_000))
 *                 .to(file("outbox"));
 *     }
 * }
 * }</pre>
 *
 * <p>A class that has another base class may implement {@link BackgroundCutEndpointBuilderFactory.BackgroundCutBuilders}
 * instead. The names of the headers are at {@code backgroundcut()}, without an argument.
 */
public abstract class BackgroundCutEndpointRouteBuilder extends EndpointRouteBuilder
        implements BackgroundCutEndpointBuilderFactory.BackgroundCutBuilders {

    /** A builder that gets its context when it is added to one. */
    protected BackgroundCutEndpointRouteBuilder() {}

    protected BackgroundCutEndpointRouteBuilder(CamelContext context) {
        super(context);
    }
}
