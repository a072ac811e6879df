// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Contexts with the component in them. */
public final class Component {

    private Component() {}

    /** A context, not yet started, whose component calls the server in the arguments. */
    public static CamelContext context(Arguments arguments, int maxConcurrentCalls) {
        CamelContext context = new DefaultCamelContext();
        configure(context, arguments, maxConcurrentCalls);
        return context;
    }

    /** Lets a context's component speak to the server that the arguments name. */
    public static void configure(CamelContext context, Arguments arguments, int maxConcurrentCalls) {
        BackgroundCutComponent component = context.getComponent("backgroundcut", BackgroundCutComponent.class);
        component.getConfiguration().setApiKey("benchmark");
        component.getConfiguration().setBaseUrl(arguments.text("baseUrl"));
        component.setMaxConcurrentCalls(maxConcurrentCalls);
    }

    /** A route from one endpoint to another. */
    public static RouteBuilder route(String from, String to) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(from).to(to);
            }
        };
    }
}
