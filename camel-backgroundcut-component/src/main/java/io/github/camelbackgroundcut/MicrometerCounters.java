// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.Counters.Event;
import io.github.camelbackgroundcut.Counters.Outcome;
import io.github.camelbackgroundcut.api.ApiCall;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.CamelContext;

/** Shows the counters as Micrometer meters. Loaded only where Micrometer is there. */
final class MicrometerCounters {

    private static final String PREFIX = "camel.backgroundcut.";

    private MicrometerCounters() {}

    /** Binds them to the registry of the context, if it has one. */
    static void bind(CamelContext context, Counters counters) {
        MeterRegistry registry = context.getRegistry().findSingleByType(MeterRegistry.class);
        if (registry == null) {
            return;
        }
        String name = context.getName();
        for (ApiCall call : ApiCall.values()) {
            for (Outcome outcome : Outcome.values()) {
                FunctionCounter.builder(PREFIX + "calls", counters, all -> all.calls(call, outcome))
                        .tags("camelContext", name, "operation", call.toString(), "outcome", outcome.toString())
                        .register(registry);
            }
        }
        for (Event event : Event.values()) {
            FunctionCounter.builder(PREFIX + event.meter(), counters, all -> all.get(event))
                    .tag("camelContext", name)
                    .register(registry);
        }
    }
}
