// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageIT {

    private static final String API_KEY = "the-secret-key";

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR =
            new BackgroundCutEmulatorExtension(EmulatorConfiguration.builder()
                    .apiKey(API_KEY)
                    .engine(new FakeEngine())
                    .build());

    private TestClient client;
    private TestClient browser;

    @BeforeEach
    void connect() {
        client = TestClient.of(EMULATOR.emulator());
        browser = client.with("");
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/emulator/page.css, text/css",
        "/emulator/page.js, text/javascript",
        "/emulator/compare.js, text/javascript"
    })
    void thePageNeedsNoCredential(String path, String mediaType) {
        HttpResponse<byte[]> response = browser.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains(mediaType + "; charset=utf-8");
        assertThat(response.body()).isNotEmpty();
    }

    @Test
    void thePageLoadsNothingFromElsewhere() {
        for (String path : new String[] {"/", "/emulator/page.css", "/emulator/page.js", "/emulator/compare.js"}) {
            assertThat(TestClient.text(browser.get(path))).doesNotContain("http://", "https://");
        }
        assertThat(browser.get("/").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
    }

    @Test
    void theStateNamesPicturesInPairs() {
        client.uploaded("pages", "mug ü.jpg", TestPictures.jpeg());
        client.process("pages/mug ü.jpg", TestClient.variant("pages/out.png"));

        JsonObject state = TestClient.json(browser.get("/emulator/state"));

        JsonObject output = state.getJsonArray("files").stream()
                .map(JsonObject.class::cast)
                .filter(file -> file.getString("path").equals("pages/out.png"))
                .findFirst()
                .orElseThrow();
        assertThat(output.getString("made_from")).isEqualTo("pages/mug ü.jpg");
        assertThat(output.getString("media_type")).isEqualTo("image/png");
        assertThat(output.getString("engine")).isEqualTo("FakeEngine");
        assertThat(output.getString("quality")).isEqualTo("high");
        assertThat(output.getLong("engine_millis")).isNotNegative();
        assertThat(browser.get("/emulator/files/" + TestClient.encode("pages/mug ü.jpg"))
                        .body())
                .isEqualTo(TestPictures.jpeg());
    }

    @Test
    void theStateHasTheOriginalsOfTheLatestCutouts() {
        try (BackgroundCutEmulator emulator = BackgroundCutEmulator.start(
                EmulatorConfiguration.builder().engine(new FakeEngine()).build())) {
            TestClient many = TestClient.of(emulator);
            many.uploaded("many", "old.png", TestPictures.png());
            many.uploaded("many", "mug.png", TestPictures.png());
            for (int call = 0; call < 4; call++) {
                String folder = "many/" + call + "/";
                many.process(
                        "many/mug.png",
                        IntStream.range(0, 50)
                                .mapToObj(i -> TestClient.variant(folder + i + ".png"))
                                .toArray(JsonObject[]::new));
            }

            JsonArray files = TestClient.json(many.get("/emulator/state")).getJsonArray("files");

            assertThat(files).hasSize(201);
            assertThat(files.getJsonObject(0).getString("path")).isEqualTo("many/mug.png");
        }
    }

    @Test
    void theStateListsCallsWithoutCredentials() {
        client.get("/v3/files/calls/nothing.png?key=" + API_KEY);
        client.with("Token wrong-secret").get(TestClient.USAGE);

        String text = TestClient.text(browser.get("/emulator/state"));

        JsonObject latest = new JsonObject(text).getJsonArray("calls").getJsonObject(0);
        assertThat(latest.getString("method")).isEqualTo("GET");
        assertThat(latest.getString("path")).isEqualTo(TestClient.USAGE);
        assertThat(latest.getInteger("status")).isEqualTo(401);
        assertThat(latest.getInteger("bytes_sent")).isPositive();
        assertThat(text).contains("/v3/files/calls/nothing.png").doesNotContain(API_KEY, "wrong-secret");
    }

    @Test
    void theStateTellsChargesAndFaults() {
        client.uploaded("pages", "charged.png", TestPictures.png());
        client.process("pages/charged.png", TestClient.variant("pages/paid.png"));
        EMULATOR.emulator().setFaults("usage.latency=1x:1ms, usage.503=1x");
        client.get(TestClient.USAGE);

        JsonObject state = TestClient.json(browser.get("/emulator/state"));
        EMULATOR.emulator().setFaults(FaultPlan.none());

        assertThat(state.getJsonObject("charges").getInteger("total")).isPositive();
        assertThat(state.getJsonObject("charges").getJsonObject("paths").getInteger("pages/paid.png"))
                .isEqualTo(1);
        assertThat(state.getString("faults")).isEqualTo("usage.latency=1x:1ms, usage.503=1x");
        assertThat(state.getJsonArray("calls").getJsonObject(0).getString("faults"))
                .isEqualTo("latency, 503");
        assertThat(state.getInteger("open_connections")).isPositive();
    }

    @Test
    void theStateDoesNotListItself() {
        browser.get("/emulator/state");

        assertThat(TestClient.text(browser.get("/emulator/state"))).doesNotContain("/emulator/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8089", "127.0.0.1:8089", "[::1]:8089", "127.1.2.3"})
    void aLoopbackHostIsServed(String host) {
        assertThat(browser.rawGet("/emulator/state", Map.of("Host", host))).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8089", "localhost.evil.example", "127.0.0.1.evil.example"})
    void aForeignHostIsRefused(String host) {
        for (String path : new String[] {"/", "/emulator/state", "/emulator/charges", "/emulator/files/a.png"}) {
            assertThat(browser.rawGet(path, Map.of("Host", host))).startsWith("HTTP/1.1 403 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void anotherSiteIsRefused(String site) {
        String answer = browser.rawGet(
                "/emulator/state", Map.of("Host", "localhost", "Sec-Fetch-Site", site, "Sec-Fetch-Mode", "cors"));

        assertThat(answer).startsWith("HTTP/1.1 403 ").doesNotContainIgnoringCase("access-control");
    }

    @Test
    void thePageItselfIsServedToItsOwnScript() {
        String answer = browser.rawGet(
                "/emulator/state",
                Map.of("Host", "localhost", "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors"));

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Cross-Origin-Resource-Policy: same-origin");
    }

    @Test
    void theFilesOfThePageAreConfinedToo() {
        assertThat(browser.rawGet("/emulator/files/../state", Map.of("Host", "localhost")))
                .startsWith("HTTP/1.1 400 ");
        assertThat(browser.get("/emulator/files/a%2fb.png").statusCode()).isEqualTo(400);
    }
}
