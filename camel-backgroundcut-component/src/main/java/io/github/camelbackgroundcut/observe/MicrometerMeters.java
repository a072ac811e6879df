// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.observe;

import io.github.camelbackgroundcut.observe.Counters.Event;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.apache.camel.CamelContext;

/** Shows calls and counters as Micrometer meters. Loaded only where Micrometer is there. */
final class MicrometerMeters implements EndedCall.Listener {

    private static final String PREFIX = "camel.backgroundcut.";
    /** Camel's own name for it: see MicrometerConstants of camel-micrometer. */
    private static final String REGISTRY_NAME = "metricsRegistry";

    private final MeterRegistry registry;
    private final Tags tags;

    private MicrometerMeters(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
    }

    /**
     * Binds a component's counters to the meter registry of its context.
     *
     * @param component the component's name, since a context may have several
     * @return the listener of its calls; empty without a meter registry
     */
    static Optional<EndedCall.Listener> bind(CamelContext context, String component, ComponentMetrics metrics) {
        MeterRegistry registry = context.getRegistry().lookupByNameAndType(REGISTRY_NAME, MeterRegistry.class);
        if (registry == null) {
            registry = context.getRegistry().findSingleByType(MeterRegistry.class);
        }
        if (registry == null) {
            return Optional.empty();
        }
        Tags tags = Tags.of("camelContext", context.getName(), "component", component);
        for (Event event : Event.values()) {
            FunctionCounter.builder(PREFIX + event.meter(), metrics.counters(), all -> all.get(event))
                    .baseUnit(event.unit())
                    .tags(tags)
                    .register(registry);
        }
        Gauge.builder(PREFIX + "calls.active", metrics, ComponentMetrics::activeCalls)
                .description("Calls that are under way")
                .tags(tags)
                .register(registry);
        return Optional.of(new MicrometerMeters(registry, tags));
    }

    @Override
    public void learned(String account, DoubleSupplier requestsPerMinute) {
        Gauge.builder(PREFIX + "pace.learned", requestsPerMinute::getAsDouble)
                .description("Requests a minute that the service grants, as learned from its answers")
                .tags(tags)
                .tag("account", account)
                .strongReference(true)
                .register(registry);
    }

    /** A component that comes after this one may have the same name: its meters would be taken for those that are there. */
    @Override
    public void close() {
        registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith(PREFIX))
                .filter(meter -> tags.stream().allMatch(meter.getId().getTags()::contains))
                .forEach(registry::remove);
    }

    @Override
    public void ended(EndedCall call) {
        // Each status that comes makes a meter of its own; that is a dozen at most.
        Timer.builder(PREFIX + "calls")
                .description("Calls of the API, from the request to the end of the answer")
                .tags(tags)
                .tag("operation", call.request().call().toString())
                .tag("outcome", call.outcome().toString())
                .tag(
                        "status",
                        call.status().isPresent() ? String.valueOf(call.status().getAsInt()) : "none")
                .register(registry)
                .record(call.duration());
    }
}
