// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;

/** A file drop in a folder of its own, which by default reads pictures soon. */
final class FileDropFixture implements AutoCloseable {

    final Path inbox;
    final Path outbox;
    final Path done;
    final Path failed;
    /** The pictures that are done or have failed. */
    final List<String> results = new CopyOnWriteArrayList<>();

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final DefaultCamelContext context = new DefaultCamelContext();

    FileDropFixture(Path home, BackgroundCutEmulator service) {
        this(home, service.baseUrl(), service.apiKey(), Map.of());
    }

    /** @param more parameters of the template */
    FileDropFixture(Path home, String baseUrl, String apiKey, Map<String, String> more) {
        inbox = home.resolve("inbox");
        outbox = home.resolve("outbox");
        done = inbox.resolve(".done");
        failed = inbox.resolve(".failed");
        parameters.put("location", "classpath:kamelets");
        parameters.put("inbox", inbox.toString());
        parameters.put("outbox", outbox.toString());
        parameters.put("quietPeriod", "200");
        parameters.put("delay", "100");
        parameters.put("retryDelay", "20");
        parameters.putAll(more);
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.getConfiguration().setBaseUrl(baseUrl);
        component.getConfiguration().setApiKey(apiKey);
        component.getConfiguration().setRetryDelay(20);
        context.addComponent("backgroundcut", component);
        context.disableJMX();
        context.getManagementStrategy().addEventNotifier(new Results());
    }

    FileDropFixture start() {
        TemplatedRouteBuilder drop = TemplatedRouteBuilder.builder(context, "backgroundcut-file-drop");
        parameters.forEach(drop::parameter);
        drop.routeId("drop").add();
        context.start();
        return this;
    }

    DefaultCamelContext context() {
        return context;
    }

    /** Waits until so many pictures are done or have failed. */
    void awaitResults(int pictures) {
        await().atMost(Duration.ofSeconds(60)).until(() -> results.size() >= pictures);
    }

    /** The names of all files of a folder that aren't hidden. */
    static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".done") && !name.equals(".failed"))
                    .filter(name -> !name.startsWith(".process-calls"))
                    .collect(Collectors.toSet());
        }
    }

    @Override
    public void close() {
        context.stop();
    }

    private final class Results extends SimpleEventNotifierSupport {

        Results() {
            setIgnoreExchangeEvents(false);
            setIgnoreExchangeCompletedEvent(false);
        }

        @Override
        public void notify(CamelEvent event) {
            if (event instanceof CamelEvent.ExchangeCompletedEvent completed) {
                Exchange exchange = completed.getExchange();
                results.add(exchange.getProperty(Drop.PICTURE, String.class));
            }
        }
    }
}
