// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.subjects;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.benchmarks.Arguments;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Contexts with the component in them. */
final class Component {

    private Component() {}

    /** A context, not yet started, whose component speaks to the server that the arguments name. */
    static CamelContext context(Arguments arguments, int maxConcurrentCalls) {
        CamelContext context = new DefaultCamelContext();
        BackgroundCutComponent component = context.getComponent("backgroundcut", BackgroundCutComponent.class);
        component.getConfiguration().setApiKey("benchmark");
        component.getConfiguration().setBaseUrl(arguments.text("baseUrl"));
        component.setMaxConcurrentCalls(maxConcurrentCalls);
        return context;
    }

    /** A route from one endpoint to another. */
    static RouteBuilder route(String from, String to) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(from).to(to);
            }
        };
    }
}
