// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import io.github.camelbackgroundcut.AccessTokenProvider;
import io.github.camelbackgroundcut.BackgroundCutEndpoint;
import io.github.camelbackgroundcut.BackgroundCutOperation;
import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.PropertiesFunction;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A route of a page, unchanged, running in a folder of its own, with the environment of its reader. */
final class RouteOnTrial implements AutoCloseable {

    /** How long a process call may take before it counts as not done. A busy machine needs far less. */
    private static final int PROCESS_TIMEOUT = 15_000;

    final Path folder;
    final BackgroundCutEmulator emulator;
    final FilesRead filesRead = new FilesRead();
    final int port;
    private final PageSnippet snippet;
    private final Main main = new Main();

    private RouteOnTrial(PageSnippet snippet, Path folder, BackgroundCutEmulator emulator) {
        this.snippet = snippet;
        this.folder = folder;
        this.emulator = emulator;
        this.port = FreePort.any();
    }

    static RouteOnTrial start(PageSnippet snippet, Path folder, BackgroundCutEmulator emulator) throws Exception {
        RouteOnTrial trial = new RouteOnTrial(snippet, folder, emulator);
        try {
            trial.start();
        } catch (Throwable e) {
            trial.close();
            throw e;
        }
        return trial;
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    /** The inputs of the routes, without those inside Kamelets. */
    List<Endpoint> inputs() {
        return context().getRoutes().stream()
                .map(Route::getEndpoint)
                .filter(input -> !input.getEndpointUri().startsWith("kamelet:"))
                .toList();
    }

    <T extends Endpoint> List<T> endpoints(Class<T> type) {
        return context().getEndpoints().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    Set<BackgroundCutOperation> operations() {
        return endpoints(BackgroundCutEndpoint.class).stream()
                .map(BackgroundCutEndpoint::getOperation)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        main.stop();
    }

    private void start() throws Exception {
        main.setInitialProperties(properties());
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeInitialize(BaseMainSupport main) {
                prepare(main.getCamelContext());
            }
        });
        main.init();
        load(snippet.text().replace("work/", folder + "/work/").replace("pictures/", folder + "/pictures/"));
        main.start();
    }

    private void prepare(CamelContext context) {
        context.addComponent("file", new FilesIn(folder));
        context.getManagementStrategy().addEventNotifier(filesRead);
        context.getRegistry().bind("tokens", (AccessTokenProvider) exchange ->
                exchange.getContext().createProducerTemplate().requestBody("backgroundcut:token", "", String.class));
        values("env", Map.of("BACKGROUNDCUT_API_KEY", emulator.apiKey(), "BACKGROUNDCUT_BASE_URL", emulator.baseUrl()))
                .addTo(context);
        values(
                        "sys",
                        Map.of(
                                "pictures", folder.toString(),
                                "backgroundcut.key", emulator.apiKey(),
                                "backgroundcut.url", emulator.baseUrl()))
                .addTo(context);
        values("hashicorp", Map.of("secret:backgroundcut#key", emulator.apiKey()))
                .addTo(context);
    }

    /** Those of dsls.md belong to its routes; the other pages need no more than key and address. */
    private Properties properties() throws Exception {
        Properties properties = new Properties();
        if (snippet.place().equals("docs/dsls.md")) {
            for (String block : Pages.blocks(Pages.ROOT.resolve(snippet.place()), "properties")) {
                properties.load(new StringReader(block));
            }
        }
        // The page's route is loaded later; Camel Main would load the templates, too.
        properties.setProperty("camel.main.routes-include-pattern", "classpath:camel-template/*");
        properties.setProperty("camel.component.backgroundcut.api-key", "{{env:BACKGROUNDCUT_API_KEY}}");
        properties.setProperty("camel.component.backgroundcut.base-url", emulator.baseUrl());
        properties.setProperty("camel.component.backgroundcut.process-timeout", String.valueOf(PROCESS_TIMEOUT));
        // Seeded 429s have no pace behind them.
        properties.setProperty("camel.component.backgroundcut.adaptive-pacing", "false");
        for (String kamelet : List.of("remove-background-action", "token-action", "sink")) {
            properties.setProperty("camel.kamelet.backgroundcut-" + kamelet + ".baseUrl", emulator.baseUrl());
            properties.setProperty("camel.kamelet.backgroundcut-" + kamelet + ".apiKey", emulator.apiKey());
        }
        properties.setProperty("service.url", emulator.baseUrl());
        properties.setProperty("service.key", emulator.apiKey());
        properties.setProperty("folders.inbox", "inbox");
        properties.setProperty("folders.outbox", "outbox");
        if (snippet.text().contains("platform-http:")) {
            properties.setProperty("camel.server.enabled", "true");
            properties.setProperty("camel.server.host", "localhost");
            properties.setProperty("camel.server.port", String.valueOf(port));
        }
        return properties;
    }

    private void load(String text) throws Exception {
        switch (snippet.language()) {
            case "java" -> context().addRoutes(JavaSnippets.routes(text, folder));
            case "yaml", "xml" -> {
                String ending = text.contains("kind: Pipe") ? "pipe.yaml" : "camel." + snippet.language();
                PluginHelper.getRoutesLoader(context()).loadRoutes(ResourceHelper.fromString("page." + ending, text));
            }
            default -> throw new AssertionError("A route in '" + snippet.language() + "', which no test can run");
        }
    }

    private static Values values(String function, Map<String, String> values) {
        return new Values(function, values);
    }

    /** A function of property placeholders, such as {@code {{env:NAME:default}}}. */
    private record Values(String function, Map<String, String> values) implements PropertiesFunction {

        void addTo(CamelContext context) {
            context.getPropertiesComponent().addPropertiesFunction(this);
        }

        @Override
        public String getName() {
            return function;
        }

        @Override
        public String apply(String remainder) {
            return Optional.ofNullable(values.get(remainder)).orElseGet(() -> {
                String[] nameAndDefault = remainder.split(":", 2);
                return values.getOrDefault(nameAndDefault[0], nameAndDefault.length > 1 ? nameAndDefault[1] : null);
            });
        }
    }
}
