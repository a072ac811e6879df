// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulatorExtension;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The application of docs/camel-main.md: its properties and its route, with the libraries of its POM. */
class CamelMainPageIT {

    private static final Path PAGE = Pages.ROOT.resolve("docs/camel-main.md");
    private static final Pattern ARTIFACT = Pattern.compile(
            "<groupId>org\\.apache\\.camel</groupId>\\s*<artifactId>([^<]*)</artifactId>\\s*</dependency>");

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension(
            EmulatorConfiguration.builder().engine(new BorderThresholdEngine()).build());

    @TempDir
    Path folder;

    private final Main main = new Main();
    private String management;

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void cutsOutWhatIsDroppedAndIsHealthy() throws Exception {
        start(EMULATOR.apiKey());
        Files.createDirectories(folder.resolve("inbox"));
        Path whole = Files.copy(Path.of("../examples/file-drop/samples/mug.jpg"), folder.resolve("mug.jpg"));
        Files.move(whole, folder.resolve("inbox/mug.jpg"));

        // The input moves away when the output is whole.
        await().until(() -> Files.exists(folder.resolve("inbox/.camel/mug.jpg")));

        assertThat(Files.readAllBytes(folder.resolve("outbox/mug.webp"))).startsWith('R', 'I', 'F', 'F');
        await().untilAsserted(
                        () -> assertThat(get("/observe/health").statusCode()).isEqualTo(200));
        assertThat(get("/q/dev/backgroundcut").body())
                .contains("process.succeeded: 1", EMULATOR.baseUrl())
                .doesNotContain(EMULATOR.apiKey());
    }

    @Test
    void isDownWhenTheKeyIsRefused() throws Exception {
        start("wrong-key");

        await().untilAsserted(() -> {
            HttpResponse<String> health = get("/observe/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body())
                    .contains("producer:backgroundcut-removeBackground", "The service rejects the API key")
                    .doesNotContain("wrong-key");
        });
    }

    @Test
    void pomHasTheLibrariesAndVersionsOfThisTest() {
        String pom = Pages.file(PAGE, "pom.xml");
        String ours = Pages.text(Path.of("pom.xml"));

        List<String> artifacts = ARTIFACT.matcher(pom)
                .results()
                .map(artifact -> artifact.group(1))
                .toList();
        assertThat(artifacts)
                .hasSizeGreaterThan(5)
                .allSatisfy(artifact -> assertThat(ours).contains("<artifactId>" + artifact + "</artifactId>"));
        assertThat(pom)
                .contains("<camel.version>" + CamelContext.class.getPackage().getImplementationVersion()
                        + "</camel.version>");
    }

    private void start(String apiKey) throws Exception {
        Properties properties = new Properties();
        properties.load(new StringReader(Pages.file(PAGE, "src/main/resources/application.properties")
                .replace("{{env:BACKGROUNDCUT_API_KEY}}", apiKey)
                .replace("{{env:BACKGROUNDCUT_BASE_URL:https://api.backgroundcut.co}}", EMULATOR.baseUrl())));
        int port = FreePort.any();
        management = "http://localhost:" + port;
        properties.setProperty("camel.management.port", String.valueOf(port));
        Path route = Files.writeString(
                folder.resolve("cutouts.camel.yaml"),
                Pages.file(PAGE, "src/main/resources/camel/cutouts.camel.yaml")
                        .replace("inbox", folder.resolve("inbox").toString())
                        .replace("outbox", folder.resolve("outbox").toString()));
        properties.setProperty("camel.main.routesIncludePattern", route.toUri().toString());
        main.setInitialProperties(properties);
        main.start();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(management + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
