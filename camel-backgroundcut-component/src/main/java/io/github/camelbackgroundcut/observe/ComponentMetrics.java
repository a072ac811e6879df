// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.observe;

import io.github.camelbackgroundcut.api.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.apache.camel.CamelContext;

/** The metrics of a component: counters, calls in progress, the latest errors. */
public final class ComponentMetrics {

    private static final String METER_REGISTRY = "io.micrometer.core.instrument.MeterRegistry";

    private final Counters counters = new Counters();
    private final AtomicInteger activeCalls = new AtomicInteger();
    private final RecentErrors errors = new RecentErrors();
    private volatile List<EndedCall.Listener> listeners = List.of();

    public Counters counters() {
        return counters;
    }

    public RecentErrors errors() {
        return errors;
    }

    /** How many calls are under way. */
    public int activeCalls() {
        return activeCalls.get();
    }

    /**
     * A transport that counts, logs and, with Micrometer, times its calls.
     *
     * @param component the component's name
     */
    public Transport measured(Transport transport, CamelContext context, String component) {
        List<EndedCall.Listener> found = new ArrayList<>();
        found.add(new CallLog());
        if (context.getClassResolver().resolveClass(METER_REGISTRY) != null) {
            MicrometerMeters.bind(context, component, this).ifPresent(found::add);
        }
        List<EndedCall.Listener> all = List.copyOf(found);
        listeners = all;
        return new MeasuringTransport(
                transport, counters, activeCalls, call -> all.forEach(listener -> listener.ended(call)));
    }

    /** Shows how many requests a minute an account is granted. */
    public void learned(String account, DoubleSupplier requestsPerMinute) {
        listeners.forEach(listener -> listener.learned(account, requestsPerMinute));
    }

    /** Takes away what shows the work of the transport made last. */
    public void close() {
        listeners.forEach(EndedCall.Listener::close);
        listeners = List.of();
    }
}
