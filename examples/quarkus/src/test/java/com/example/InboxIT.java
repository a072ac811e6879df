// SPDX-License-Identifier: Apache-2.0
package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The application as it is, with the emulator that Quarkus starts for tests. */
@QuarkusTest
class InboxIT {

    private static final Path INBOX = Path.of("inbox");

    @TestHTTPResource("/q/health")
    URI health;

    @Test
    void aPictureInTheInboxBecomesACutoutInTheOutbox() throws IOException {
        String name = "mug-" + UUID.randomUUID();
        Path whole = Files.write(Files.createDirectories(INBOX).resolve(".part"), CutoutsIT.redBall());
        Files.move(whole, INBOX.resolve(name + ".jpg"));

        // The input moves away when the output is whole.
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(INBOX.resolve(".camel/" + name + ".jpg")));
        assertThat(Files.readAllBytes(Path.of("outbox", name + ".webp"))).startsWith('R', 'I', 'F', 'F');
    }

    @Test
    void theServiceIsPartOfTheHealth() throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());

        assertThat(answer.body()).contains("camel-producers");
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
