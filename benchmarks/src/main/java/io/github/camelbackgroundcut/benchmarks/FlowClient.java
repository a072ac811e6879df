// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

import io.github.camelbackgroundcut.benchmarks.clients.ComponentClient;
import io.github.camelbackgroundcut.benchmarks.clients.ComponentStepsClient;
import io.github.camelbackgroundcut.benchmarks.clients.HandTunedClient;
import io.github.camelbackgroundcut.benchmarks.clients.HandTunedRouteClient;
import io.github.camelbackgroundcut.benchmarks.clients.HandWrittenRouteClient;
import io.github.camelbackgroundcut.benchmarks.clients.PlainClient;
import java.util.Optional;

/** A client of the flow benchmark. */
public enum FlowClient {
    COMPONENT("component in a route", ComponentClient.class),
    COMPONENT_STEPS("component, step by step", ComponentStepsClient.class),
    PROGRAM("plain HttpClient 5 program", PlainClient.class),
    ROUTE("hand-written Camel route", HandWrittenRouteClient.class),
    HAND_TUNED("hand-tuned HttpClient 5, no Camel", HandTunedClient.class),
    HAND_TUNED_ROUTE("hand-tuned HttpClient 5 in the same route", HandTunedRouteClient.class),
    PYTHON("Python, requests", null);

    private final String title;
    private final Class<?> program;

    FlowClient(String title, Class<?> program) {
        this.title = title;
        this.program = program;
    }

    public String title() {
        return title;
    }

    /** The class to start; empty for what isn't Java. */
    public Optional<Class<?>> program() {
        return Optional.ofNullable(program);
    }
}
