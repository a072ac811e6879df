// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbackgroundcut.emulator.ServiceOrEmulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenServerIT {

    private static final String SHOP = "https://shop.example";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(Map.of("tokenserver.allowed-origins", SHOP + ", https://other.example"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPageOfTheServerGetsATokenAndTheAddressOfTheApi() throws Exception {
        HttpResponse<String> response = server.askForToken("POST", server.address);

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = new ObjectMapper().readTree(response.body());
        assertThat(answer.fieldNames()).toIterable().containsExactly("accessToken", "apiBase", "expiresAt");
        assertThat(answer.get("apiBase").asText()).isEqualTo(server.emulator.baseUrl());
        assertThat(Duration.between(
                        Instant.now(), Instant.parse(answer.get("expiresAt").asText())))
                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
    }

    @Test
    void theTokenIsForUploadProcessAndDownloadOnlyInBothDialects() throws Exception {
        String token = new ObjectMapper()
                .readTree(server.askForToken("POST", server.address).body())
                .get("accessToken")
                .asText();

        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);

        assertThat(new ObjectMapper().readTree(claims).get("paths"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "/v3/file-ops/upload/",
                        "/v3/tools/ai/remove-bg/process/",
                        "/v3/file-ops/get-public-url/",
                        "/v3/files/*");
    }

    @Test
    void noCacheKeepsAToken() {
        assertThat(header(server.askForToken("POST", server.address), "Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void nothingOfTheCallComesBack() {
        HttpResponse<String> response = server.askForToken(
                "POST", server.address, "Cookie", "session=1", "Authorization", "Basic x", "X-A", "b");

        assertThat(response.headers().map().keySet()).doesNotContain("cookie", "authorization", "x-a", "origin");
    }

    @Test
    void aPageOfAListedOriginGetsATokenThatItMayRead() {
        HttpResponse<String> response = server.askForToken("POST", SHOP);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, ALLOW_ORIGIN)).isEqualTo(SHOP);
        assertThat(header(response, "Vary")).contains("Origin");
    }

    @Test
    void itsPreflightIsAnswered() {
        HttpResponse<String> response = server.askForToken("OPTIONS", SHOP, "Access-Control-Request-Method", "POST");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(header(response, ALLOW_ORIGIN)).isEqualTo(SHOP);
        assertThat(header(response, "Access-Control-Allow-Methods")).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "https://evil.example", "http://shop.example", "https://shop.example.evil.example"})
    void anotherOriginIsRefused(String origin) {
        HttpResponse<String> response = server.askForToken("POST", origin);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("detail").doesNotContain("eyJ");
        assertThat(response.headers().firstValue(ALLOW_ORIGIN)).isEmpty();
    }

    @Test
    void itsPreflightIsRefusedToo() {
        HttpResponse<String> response =
                server.askForToken("OPTIONS", "https://evil.example", "Access-Control-Request-Method", "POST");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue(ALLOW_ORIGIN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE"})
    void onlyAPostGetsAToken(String method) {
        HttpResponse<String> response = server.askForToken(method, server.address);

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(header(response, "Allow")).isEqualTo("POST, OPTIONS");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(response.body()).doesNotContain("eyJ");
    }

    @Test
    void aCallWithALargeBodyIsRefused() {
        assertThat(server.postAsToken("{}").statusCode()).isEqualTo(200);
        assertThat(server.postAsToken("x".repeat(100_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void whoAsksTooOftenIsToldHowLongToWait() {
        try (TestServer strict =
                new TestServer(Map.of("tokenserver.tokens-per-minute", "2", "tokenserver.behind-proxy", "true"))) {
            assertThat(from(strict, "10.0.0.1").statusCode()).isEqualTo(200);
            assertThat(from(strict, "10.0.0.1").statusCode()).isEqualTo(200);

            HttpResponse<String> refused = from(strict, "10.0.0.1");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 31);
            assertThat(from(strict, "10.0.0.2").statusCode())
                    .as("another client")
                    .isEqualTo(200);
            assertThat(from(strict, "10.0.0.3, 10.0.0.1").statusCode())
                    .as("a forged address")
                    .isEqualTo(429);
        }
    }

    @Test
    void whoSaysThatItCallsForAnotherIsNotBelievedUnlessAProxyIsThere() {
        try (TestServer strict = new TestServer(Map.of("tokenserver.tokens-per-minute", "1"))) {
            assertThat(from(strict, "10.0.0.1").statusCode()).isEqualTo(200);
            assertThat(from(strict, "10.0.0.2").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void refusedPagesUseUpNobodysTokens() {
        try (TestServer strict = new TestServer(Map.of("tokenserver.tokens-per-minute", "1"))) {
            assertThat(strict.askForToken("POST", "https://evil.example").statusCode())
                    .isEqualTo(403);
            assertThat(strict.askForToken("POST", strict.address).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aWrongKeyIsToldWithoutTheKey() {
        try (TestServer wrong = TestServer.withWrongKey()) {
            HttpResponse<String> response = wrong.askForToken("POST", wrong.address);

            assertThat(response.statusCode()).isEqualTo(502);
            assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
            assertThat(response.body() + response.headers())
                    .contains("refuses this server's API key")
                    .doesNotContain(wrong.apiKey);
        }
    }

    @Test
    void anApiThatIsDownIsToldWithoutItsAddress() {
        try (TestServer alone = new TestServer(Map.of())) {
            alone.emulator.close();

            HttpResponse<String> response = alone.askForToken("POST", alone.address);

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body())
                    .contains("no token now")
                    .doesNotContain(alone.apiKey, alone.emulator.baseUrl(), "Exception");
        }
    }

    @Test
    void aCallUnderWayIsAnsweredBeforeTheServerStops() throws Exception {
        CompletableFuture<HttpResponse<String>> answer;
        try (TestServer stopping = new TestServer(Map.of())) {
            stopping.emulator.setFaults("token.latency=1x:1s");
            answer = stopping.askForTokenMeanwhile();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !stopping.emulator.struckFaults().isEmpty());
        }

        assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void aPortThatIsTakenEndsTheStart() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                TokenServer second = new TokenServer(
                        ServiceOrEmulator.at(server.emulator.baseUrl(), server.apiKey),
                        Map.of("tokenserver.port", Integer.toString(taken.getLocalPort())))) {
            assertThatThrownBy(second::start)
                    .satisfies(failure -> assertThat(failure)
                            .hasMessageContaining("Nothing can listen at 127.0.0.1:" + taken.getLocalPort()));
        }
    }

    @Test
    void anEmulatorWhosePortIsTakenSaysHowToChooseAnother() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> environment =
                    Map.of("TOKENSERVER_EMULATOR_PORT", Integer.toString(taken.getLocalPort()));

            assertThatThrownBy(() -> TokenServer.service(environment))
                    .hasMessageStartingWith("Cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .hasMessageEndingWith(". Set TOKENSERVER_EMULATOR_PORT to another port, or to 0 for a free one.");
        }
    }

    @Test
    void aFailureOfTheApiIsToldWithoutItsWords() {
        server.emulator.setFaults("token.500=1x");

        HttpResponse<String> response = server.askForToken("POST", SHOP);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(header(response, ALLOW_ORIGIN)).isEqualTo(SHOP);
        assertThat(response.body()).contains("no token now").doesNotContain("emulator");
    }

    @Test
    void aRateLimitOfTheApiIsPassedOn() {
        server.emulator.setFaults("token.429=1x:1s");

        HttpResponse<String> response = server.askForToken("POST", SHOP);

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(header(response, "Retry-After")).isEqualTo("1");
        assertThat(header(response, "Access-Control-Expose-Headers")).isEqualTo("Retry-After");
    }

    @Test
    void thePageIsUnderAStrictPolicy() {
        HttpResponse<String> page = server.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self' " + server.emulator.baseUrl())
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(server.head("/").statusCode()).isEqualTo(200);
    }

    @Test
    void noFileOfThePageHoldsTheKey() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "page"))) {
            List<String> names =
                    files.map(file -> "/page/" + file.getFileName()).toList();
            assertThat(names).contains("/page/app.js", "/page/index.html").allSatisfy(name -> {
                assertThat(server.get(name).statusCode()).isEqualTo(200);
                assertThat(server.get(name).body()).doesNotContain(server.apiKey);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/none.js",
                "/page/%2e%2e/application.properties",
                "/page/page.css/x",
                "/application.properties"
            })
    void nothingElseIsServed(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> from(TestServer asked, String forwardedFor) {
        return asked.askForToken("POST", asked.address, "X-Forwarded-For", forwardedFor);
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
