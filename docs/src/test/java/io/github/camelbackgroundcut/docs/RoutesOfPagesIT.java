// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulatorExtension;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Routes from folder to folder, in each language, do what their page says: with camel-main and its properties. */
class RoutesOfPagesIT {

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension(
            EmulatorConfiguration.builder().engine(new BorderThresholdEngine()).build());

    private static final List<String> PAGES = List.of(
            "docs/dsls.md", "docs/from-http-to-one-line.md", "docs/kamelets.md", "docs/backgroundcut-component.md");

    @TempDir
    Path folder;

    /** All that read the inbox, and need no bean of the reader's own. */
    static Stream<Snippet> routes() {
        return PAGES.stream()
                .flatMap(page -> Stream.of("java", "yaml", "xml")
                        .flatMap(language -> Pages.blocks(Pages.ROOT.resolve(page), language).stream()
                                .map(text -> new Snippet(page, language, text))))
                .filter(snippet ->
                        snippet.text().contains("inbox") && snippet.text().contains("outbox"))
                .filter(snippet -> !snippet.text().contains("accessTokenProvider=#bean"));
    }

    record Snippet(String page, String language, String text) {
        @Override
        public String toString() {
            return page + " (" + language + "): "
                    + text.strip().lines().findFirst().orElse("");
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void cutsOutWhatLiesInTheInbox(Snippet snippet) throws Exception {
        Files.createDirectories(folder.resolve("inbox"));
        Files.copy(Path.of("../examples/file-drop/samples/mug.jpg"), folder.resolve("inbox/mug.jpg"));
        Main main = new Main();
        main.setInitialProperties(properties());
        main.init();
        try {
            CamelContext context = main.getCamelContext();
            load(snippet, context);
            main.start();

            await().untilAsserted(() -> assertThat(outbox())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.size(file)).isPositive()));
        } finally {
            main.stop();
        }
    }

    /** Those of the page, with what the reader has in the environment. */
    private static Properties properties() throws Exception {
        Properties properties = new Properties();
        for (String block : Pages.blocks(Pages.ROOT.resolve("docs/dsls.md"), "properties")) {
            properties.load(new StringReader(mine(block)));
        }
        properties.setProperty("camel.component.backgroundcut.baseUrl", EMULATOR.baseUrl());
        properties.setProperty("camel.kamelet.backgroundcut-remove-background-action.baseUrl", EMULATOR.baseUrl());
        properties.setProperty("camel.kamelet.backgroundcut-remove-background-action.apiKey", EMULATOR.apiKey());
        properties.setProperty("service.url", EMULATOR.baseUrl());
        properties.setProperty("service.key", EMULATOR.apiKey());
        return properties;
    }

    private void load(Snippet snippet, CamelContext context) throws Exception {
        String text = mine(snippet.text())
                .replace("inbox", folder.resolve("inbox").toString())
                .replace("outbox", folder.resolve("outbox").toString())
                .replace("work/", folder + "/");
        if (snippet.language().equals("java")) {
            context.addRoutes(JavaSnippets.routes(text, folder));
        } else {
            String ending = text.contains("kind: Pipe") ? "pipe.yaml" : "camel." + snippet.language();
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("page." + ending, text));
        }
    }

    private static String mine(String text) {
        return text.replace("{{env:BACKGROUNDCUT_API_KEY}}", EMULATOR.apiKey());
    }

    private List<Path> outbox() throws Exception {
        if (Files.notExists(folder.resolve("outbox"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
            return files.toList();
        }
    }
}
