// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The component's health check in Actuator, once Camel's producer checks are on. */
class ServiceHealthIT {

    private static final BackgroundCutEmulator EMULATOR = BackgroundCutEmulator.start();
    private static final String CHECK = "producer:backgroundcut-removeBackground-endpoint";

    @TempDir
    private Path folder;

    @AfterAll
    static void stopTheEmulator() {
        EMULATOR.close();
    }

    @Test
    void isUpWhenTheServiceTakesTheKey() throws Exception {
        HttpResponse<String> answer = health(EMULATOR.apiKey());

        assertThat(check(answer, "").asText()).isEqualTo("UP");
        assertThat(check(answer, ".data").at("/authorised").asText()).isEqualTo("yes");
        assertThat(answer.body()).doesNotContain(EMULATOR.apiKey());
        assertThat(EMULATOR.charges()).isEmpty();
    }

    @Test
    void isDownWhenTheServiceRefusesTheKey() throws Exception {
        HttpResponse<String> answer = health("wrong-SECRET");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(check(answer, "").asText()).isEqualTo("DOWN");
        assertThat(check(answer, ".data").at("/authorised").asText()).isEqualTo("no");
        assertThat(answer.body()).doesNotContain("SECRET");
    }

    private HttpResponse<String> health(String apiKey) throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(CutoutApplication.class)
                .run(
                        "--server.port=0",
                        "--BACKGROUNDCUT_API_KEY=" + apiKey,
                        "--BACKGROUNDCUT_BASE_URL=" + EMULATOR.baseUrl(),
                        "--folders.inbox=" + folder.resolve("inbox"),
                        "--folders.outbox=" + folder.resolve("outbox"),
                        "--camel.health.producers-enabled=true",
                        // Else those that are up are shown as one.
                        "--camel.health.exposure-level=full")) {
            URI address = URI.create("http://localhost:"
                    + application.getEnvironment().getProperty("local.server.port") + "/actuator/health");
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** A field of Camel's health whose name begins with that of our check; Camel numbers the endpoints. */
    private static JsonNode check(HttpResponse<String> answer, String ending) throws Exception {
        return new ObjectMapper()
                .readTree(answer.body()).at("/components/camelHealth/details").properties().stream()
                        .filter(field -> field.getKey().matches(CHECK + "\\d+" + ending.replace(".", "\\.")))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(answer.body()))
                        .getValue();
    }
}
