// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.subjects;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.benchmarks.Arguments;
import io.github.camelbackgroundcut.benchmarks.Component;
import io.github.camelbackgroundcut.benchmarks.Result;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** Creates and starts a context once, and measures the time. */
public final class StartSubject {

    private StartSubject() {}

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        String to = arguments.text("to");
        long begin = System.nanoTime();
        try (CamelContext context = new DefaultCamelContext()) {
            if (to.startsWith("backgroundcut:")) {
                BackgroundCutComponent component = context.getComponent("backgroundcut", BackgroundCutComponent.class);
                component.getConfiguration().setApiKey("benchmark");
                component.getConfiguration().setBaseUrl(arguments.text("baseUrl"));
            }
            context.addRoutes(Component.route("direct:in", to));
            context.start();
            Result.print("startMillis", (System.nanoTime() - begin) / 1e6);
        }
    }
}
