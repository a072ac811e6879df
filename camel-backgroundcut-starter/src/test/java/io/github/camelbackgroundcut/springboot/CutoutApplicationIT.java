// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application of docs/spring-boot.md, started, with the emulator as the service and Actuator called over HTTP. */
@SpringBootTest(classes = CutoutApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureObservability(tracing = false)
class CutoutApplicationIT {

    private static final BackgroundCutEmulator EMULATOR = BackgroundCutEmulator.start();

    @TempDir
    private static Path folder;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private CamelContext context;

    @DynamicPropertySource
    static void useTheEmulator(DynamicPropertyRegistry properties) {
        properties.add("BACKGROUNDCUT_API_KEY", EMULATOR::apiKey);
        properties.add("BACKGROUNDCUT_BASE_URL", EMULATOR::baseUrl);
        properties.add("folders.inbox", () -> folder.resolve("inbox").toString());
        properties.add("folders.outbox", () -> folder.resolve("outbox").toString());
    }

    @AfterAll
    static void stopTheEmulator() {
        EMULATOR.close();
    }

    @Test
    void cutsOutWhatIsDroppedIntoTheInboxAndCountsIt() throws IOException {
        DroppedPicture.into(folder.resolve("inbox"), "mug.png");

        Path cutout = folder.resolve("outbox/mug.webp");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(cutout) && Files.size(cutout) > 0);

        byte[] bytes = Files.readAllBytes(cutout);
        assertThat(new String(bytes, 8, 4, StandardCharsets.US_ASCII)).isEqualTo("WEBP");
        JsonNode calls =
                json("/actuator/metrics/camel.backgroundcut.calls?tag=operation:process&tag=outcome:succeeded");
        assertThat(calls.at("/measurements/0/value").asInt()).isPositive();
    }

    @Test
    void takesItsOptionsFromTheProperties() {
        BackgroundCutComponent component = context.getComponent("backgroundcut", BackgroundCutComponent.class);

        assertThat(component.getConfiguration().getFormat()).isEqualTo("webp");
        assertThat(component.getConfiguration().getProcessTimeout()).isEqualTo(120_000);
    }

    @Test
    void isHealthy() throws IOException {
        JsonNode health = json("/actuator/health");

        assertThat(health.at("/status").asText()).isEqualTo("UP");
        assertThat(health.at("/components/camelHealth/status").asText()).isEqualTo("UP");
        assertThat(health.toString()).doesNotContain(EMULATOR.apiKey());
    }

    private JsonNode json(String path) throws IOException {
        ResponseEntity<JsonNode> answer = http.getForEntity(path, JsonNode.class);
        assertThat(answer.getStatusCode()).as(path).isEqualTo(HttpStatus.OK);
        return answer.getBody();
    }
}
