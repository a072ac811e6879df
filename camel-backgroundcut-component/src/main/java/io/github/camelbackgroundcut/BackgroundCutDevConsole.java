// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.observe.Counters;
import io.github.camelbackgroundcut.observe.RecentErrors;
import io.github.camelbackgroundcut.options.CredentialSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/** Shows endpoints, calls, the pool and the latest errors to developers. Secrets are masked. */
@DevConsole(
        name = "backgroundcut",
        displayName = "BackgroundCut",
        description = "Endpoints, calls, pool and latest errors of the BackgroundCut component")
public class BackgroundCutDevConsole extends AbstractDevConsole {

    public BackgroundCutDevConsole() {
        super(
                "camel",
                "backgroundcut",
                "BackgroundCut",
                "Endpoints, calls, pool and latest errors of the BackgroundCut component");
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonObject root = new JsonObject();
        root.put("components", components().values().stream().map(this::json).toList());
        return root;
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        components().values().forEach(component -> append(text, "", json(component)));
        return text.toString();
    }

    private Map<String, BackgroundCutComponent> components() {
        Map<String, BackgroundCutComponent> components = new TreeMap<>();
        for (String name : getCamelContext().getComponentNames()) {
            if (getCamelContext().hasComponent(name) instanceof BackgroundCutComponent component) {
                components.put(name, component);
            }
        }
        return components;
    }

    private JsonObject json(BackgroundCutComponent component) {
        JsonObject json = new JsonObject();
        json.put("name", component.name());
        json.put("endpoints", endpoints(component));
        JsonObject calls = new JsonObject();
        calls.put("active", component.getMetrics().activeCalls());
        calls.putAll(component.getCounters().calls());
        json.put("calls", calls);
        JsonObject counters = new JsonObject();
        Arrays.stream(Counters.Event.values())
                .forEach(event ->
                        counters.put(event.meter(), component.getCounters().get(event)));
        json.put("counters", counters);
        json.put("pool", pool(component));
        json.put(
                "errors",
                component.getMetrics().errors().latest().stream()
                        .map(BackgroundCutDevConsole::error)
                        .toList());
        return json;
    }

    private List<JsonObject> endpoints(BackgroundCutComponent component) {
        List<JsonObject> endpoints = new ArrayList<>();
        getCamelContext().getEndpoints().forEach(endpoint -> {
            if (endpoint instanceof BackgroundCutEndpoint ours && ours.getComponent() == component) {
                JsonObject json = new JsonObject();
                // As printed: Camel masks the secrets in it.
                json.put("uri", ours.toString());
                json.put("operation", ours.getOperation().name());
                json.put("baseUrl", ours.getServiceUrl());
                json.put("dialect", ours.dialectName());
                json.put("credential", CredentialSource.describe(ours.getConfiguration()));
                endpoints.add(json);
            }
        });
        return endpoints;
    }

    private static JsonObject pool(BackgroundCutComponent component) {
        JsonObject json = new JsonObject();
        json.put("maxConcurrentCalls", component.getMaxConcurrentCalls());
        json.put("requestsPerMinute", component.getRequestsPerMinute());
        component.findThreads().ifPresent(threads -> json.put("queued", threads.queued()));
        json.put("adaptivePacing", component.isAdaptivePacing());
        component.findPaces().ifPresent(paces -> {
            json.put("learnedRequestsPerMinute", new JsonObject(paces.learned()));
            json.put("pausedByService", paces.arePaused());
        });
        return json;
    }

    private static JsonObject error(RecentErrors.Entry entry) {
        JsonObject json = new JsonObject();
        json.put("time", entry.time().toString());
        entry.routeId().ifPresent(id -> json.put("routeId", id));
        json.put("exchangeId", entry.exchangeId());
        json.put("operation", entry.operation());
        json.put("call", entry.call());
        entry.status().ifPresent(status -> json.put("status", status));
        json.put("repeated", entry.repeated());
        json.put("message", entry.message());
        return json;
    }

    private static void append(StringBuilder text, String indent, Map<?, ?> fields) {
        fields.forEach((name, value) -> {
            text.append(indent).append(name).append(':');
            if (value instanceof Map<?, ?> inner) {
                text.append('\n');
                append(text, indent + "    ", inner);
            } else if (value instanceof List<?> list) {
                text.append('\n');
                list.forEach(entry -> {
                    append(text, indent + "    ", (Map<?, ?>) entry);
                    text.append('\n');
                });
            } else {
                text.append(' ').append(value).append('\n');
            }
        });
    }
}
