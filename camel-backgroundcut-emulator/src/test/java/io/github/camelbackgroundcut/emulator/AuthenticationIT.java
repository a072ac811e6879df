// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationIT {

    private static final MutableClock CLOCK = new MutableClock();

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR =
            new BackgroundCutEmulatorExtension(EmulatorConfiguration.builder()
                    .apiKey("my-key")
                    .engine(new FakeEngine())
                    .clock(CLOCK)
                    .build());

    private TestClient client;

    @BeforeEach
    void connect() {
        client = TestClient.of(EMULATOR.emulator());
    }

    @Test
    void anApiKeyIsAccepted() {
        assertThat(client.get(TestClient.USAGE).statusCode()).isEqualTo(200);
        assertThat(client.with("token my-key").get(TestClient.USAGE).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Token",
                "Token wrong",
                "Token my-ke",
                "Token my-keys",
                "Bearer my-key",
                "my-key",
                "AccessToken my-key",
                "AccessToken eyJhbGciOiJub25lIn0.eyJwYXRocyI6WyIqIl19."
            })
    void otherCredentialsAreRefused(String authorization) {
        HttpResponse<byte[]> response = client.with(authorization).get(TestClient.USAGE);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(TestClient.detail(response)).isNotBlank().doesNotContain("my-key");
        assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v3/auth/access-token/",
        "POST, /v3/file-ops/upload/",
        "POST, /v3/tools/ai/remove-bg/process/",
        "POST, /v3/tools/ai/ai-cut/segment/",
        "GET, /v3/files/a.png",
        "GET, /v3/file-ops/usage/"
    })
    void everyEndpointNeedsACredential(String method, String path) {
        HttpResponse<byte[]> response = client.with("").send(method, path, BodyPublishers.ofString("{}"));

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenCoversEverythingByDefault() {
        TestClient token = client.withAccessToken(new JsonObject());

        assertThat(token.get(TestClient.USAGE).statusCode()).isEqualTo(200);
        assertThat(token.uploaded("auth", "a.png", TestPictures.png())).isEqualTo("auth/a.png");
        assertThat(token.getFile("auth/a.png").statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenIsRefusedOutsideItsPaths() {
        client.uploaded("auth", "a.png", TestPictures.png());
        TestClient token = client.withAccessToken(new JsonObject().put("paths", new JsonArray().add("/v3/files/*")));

        assertThat(token.getFile("auth/a.png").statusCode()).isEqualTo(200);
        HttpResponse<byte[]> refused = token.get(TestClient.USAGE);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(TestClient.detail(refused)).contains("does not cover");
    }

    @Test
    void aTokensPathsAreComparedDecoded() {
        client.uploaded("Größe 1", "a.png", TestPictures.png());
        TestClient token =
                client.withAccessToken(new JsonObject().put("paths", new JsonArray().add("/v3/files/Größe 1/*")));

        assertThat(token.getFile("Größe 1/a.png").statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenDoesNotLeaveItsPathsByDots() {
        TestClient token = client.withAccessToken(new JsonObject().put("paths", new JsonArray().add("/v3/files/*")));

        assertThat(token.get("/v3/files/../file-ops/usage/").statusCode()).isEqualTo(400);
        assertThat(token.get("/v3/files/%2e%2e/file-ops/usage/").statusCode()).isEqualTo(400);
    }

    @Test
    void aTokenExpires() {
        TestClient token = client.withAccessToken(new JsonObject().put("expires_in", 10));
        CLOCK.advance(Duration.ofMillis(9_999));
        assertThat(token.get(TestClient.USAGE).statusCode()).isEqualTo(200);

        CLOCK.advance(Duration.ofMillis(1));

        HttpResponse<byte[]> refused = token.get(TestClient.USAGE);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(TestClient.detail(refused)).contains("expired");
    }

    @Test
    void aTokenLastsAMinuteByDefault() {
        TestClient token = client.withAccessToken(new JsonObject());
        CLOCK.advance(Duration.ofSeconds(60).minusMillis(1));
        assertThat(token.get(TestClient.USAGE).statusCode()).isEqualTo(200);

        CLOCK.advance(Duration.ofMillis(1));

        assertThat(token.get(TestClient.USAGE).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenMintsNoToken() {
        TestClient token = client.withAccessToken(new JsonObject());

        HttpResponse<byte[]> refused = token.post(TestClient.ACCESS_TOKEN, new JsonObject());

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(TestClient.detail(refused)).contains("only an API key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"expires_in\": 0}",
                "{\"expires_in\": 601}",
                "{\"expires_in\": -1}",
                "{\"expires_in\": 1.5}",
                "{\"expires_in\": \"60\"}",
                "{\"expires_in\": true}",
                "{\"expires_in\": 99999999999999999999}",
                "{\"paths\": \"*\"}",
                "{\"paths\": []}",
                "{\"paths\": [1]}",
                "{\"paths\": [\"\"]}",
                "{\"paths\": [null]}",
                "[]",
                "\"text\"",
                "null",
                "{",
                "",
                "{\"a\": }"
            })
    void aBadTokenRequestIsRefused(String body) {
        HttpResponse<byte[]> response = client.post(TestClient.ACCESS_TOKEN, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(response)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"expires_in\": 1}",
                "{\"expires_in\": 600}",
                "{\"expires_in\": null, \"paths\": null}",
                "{\"unknown\": {\"field\": []}}"
            })
    void aLenientTokenRequestIsAccepted(String body) {
        assertThat(client.post(TestClient.ACCESS_TOKEN, body).statusCode()).isEqualTo(200);
    }
}
