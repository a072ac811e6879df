// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs by which anybody can read a file, for a while. */
class PublicUrlIT {

    private static final String KEY = "in/mug ü.png";
    private static final MutableClock CLOCK = new MutableClock();

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR =
            new BackgroundCutEmulatorExtension(EmulatorConfiguration.builder()
                    .engine(new FakeEngine())
                    .clock(CLOCK)
                    .build());

    private BackgroundCutEmulator emulator;
    private TestClient client;
    private TestClient anybody;

    @BeforeEach
    void upload() {
        emulator = EMULATOR.emulator();
        client = TestClient.of(emulator);
        anybody = client.with("");
        client.uploadUnder(KEY, TestPictures.png());
        client.uploadUnder("in/vase.png", TestPictures.png());
    }

    @AfterEach
    void turnOff() {
        emulator.setFaults(FaultPlan.none());
    }

    @Test
    void anybodyReadsTheFile() {
        String path = client.publicPath(KEY);

        HttpResponse<byte[]> response = anybody.get(path);
        HttpResponse<byte[]> head = anybody.send("HEAD", path, BodyPublishers.noBody());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(TestPictures.png());
        assertThat(response.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(head.statusCode()).isEqualTo(200);
    }

    @Test
    void theUrlHasTheAddressByWhichTheServerWasCalled() {
        String body = "{\"key\": \"in/vase.png\"}";
        String answer = client.raw("POST " + TestClient.PUBLIC_URL
                + " HTTP/1.1\r\nHost: localhost:1234\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + "Authorization: Token " + emulator.apiKey() + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body);

        assertThat(answer).contains("{\"url\":\"http://localhost:1234/public/in/vase.png?");
    }

    @Test
    void afterItsEndAUrlIsForbidden() {
        String path = client.publicPath(KEY);
        CLOCK.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(anybody.get(path).statusCode()).isEqualTo(200);

        CLOCK.advance(Duration.ofMillis(1));

        assertForbidden("This URL has expired", path);
    }

    @Test
    void aForgedUrlIsForbidden() {
        String path = client.publicPath(KEY);
        String signature = path.substring(path.lastIndexOf('=') + 1);

        for (String forged : new String[] {
            path.replaceFirst("expires=", "expires=9"),
            path.replaceFirst("expires=\\d+", "expires="),
            path.replaceFirst("mug[^?]*", "vase.png"),
            path.replace(signature, signature.substring(1)),
            path.replace(signature, (signature.charAt(0) == '0' ? "1" : "0") + signature.substring(1)),
            path.replace(signature, ""),
            path.replaceFirst("&.*", ""),
            path.replaceFirst("\\?.*", "")
        }) {
            assertForbidden("The signature of this URL is missing or wrong", forged);
        }
    }

    @Test
    void aUrlOfAnotherInstanceIsForbidden() {
        try (BackgroundCutEmulator other = BackgroundCutEmulator.start(
                EmulatorConfiguration.builder().engine(new FakeEngine()).build())) {
            TestClient.of(other).uploadUnder(KEY, TestPictures.png());

            assertForbidden(
                    "The signature of this URL is missing or wrong",
                    TestClient.of(other).publicPath(KEY));
        }
    }

    /** A storage refuses two credentials, too: so a client that sends its key to foreign hosts is found out. */
    @Test
    void aCredentialOnAUrlIsRefused() {
        HttpResponse<byte[]> response = client.get(client.publicPath(KEY));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(response)).contains("without a credential");
    }

    @Test
    void ofAFileThatIsNotThereThereIsNoUrl() {
        HttpResponse<byte[]> response = client.publicUrl("never/there.png");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(TestClient.detail(response)).isEqualTo("No such file: never/there.png");
    }

    @Test
    void aUrlOfAFileThatHasGoneFindsNothing() {
        client.uploadUnder("gone.png", TestPictures.png());
        String path = client.publicPath("gone.png");
        emulator.setFaults("process.expired=1x");
        client.processKey("gone.png", TestClient.keyVariant("x.png"));

        assertThat(anybody.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | key is required",
                "{\"key\": 1} | key must be a string",
                "{\"key\": \"../x\"} | key is no valid path",
                "{\"input_key\": \"x\"} | key is required"
            })
    void aWrongRequestIsExplained(String body, String explanation) {
        HttpResponse<byte[]> response = client.post(TestClient.PUBLIC_URL, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(response)).startsWith(explanation);
    }

    @Test
    void mintingNeedsACredential() {
        assertThat(anybody.publicUrl(KEY).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenMintsIfItCoversTheCall() {
        assertThat(token("/v3/file-ops/get-public-url/").publicUrl(KEY).statusCode())
                .isEqualTo(200);
        assertThat(token("/v3/files/*").publicUrl(KEY).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"in/vase.png, 200", "other.png, 401", "in/../other.png, 400"})
    void aTokenForSomeFilesIsForTheirKeysOnly(String key, int status) {
        client.uploadUnder("other.png", TestPictures.png());
        TestClient narrow = token("/v3/file-ops/get-public-url/", "/v3/files/in/*");

        assertThat(narrow.publicUrl(key).statusCode()).isEqualTo(status);
    }

    @Test
    void pagesOfOtherOriginsMayMintAndFetch() {
        HttpResponse<byte[]> fetched =
                anybody.send("GET", client.publicPath(KEY), BodyPublishers.noBody(), "Origin", "https://shop.example");

        assertThat(fetched.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2fx", "%2e%2e/x", "a//b"})
    void aKeyThatCouldLeadOutsideIsRefused(String key) {
        assertThat(anybody.rawGet("/public/" + key, Map.of("Host", "localhost")))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void theQueryOfAUrlIsShownNowhere() {
        String path = client.publicPath(KEY);
        anybody.get(path);

        String state = TestClient.text(anybody.get("/emulator/state"));

        assertThat(state).contains("/public/" + KEY).doesNotContain(path.substring(path.indexOf("signature=")));
    }

    @Test
    void faultsStrikeTheMintingAndTheFetch() throws IOException {
        String path = client.publicPath(KEY);
        emulator.setFaults("public-url.503=1x:2s, download.403=1x, download.truncated=1x");

        HttpResponse<byte[]> minted = client.publicUrl(KEY);
        assertThat(minted.statusCode()).isEqualTo(503);
        assertThat(minted.headers().firstValue("Retry-After")).contains("2");
        assertThat(anybody.get(path).statusCode()).isEqualTo(403);
        try (Wire wire =
                new Wire(emulator).send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
            assertThat(wire.end().text().length()).isBetween(100, TestPictures.png().length + 100);
        }
        assertThat(anybody.get(path).statusCode()).isEqualTo(200);
        assertThat(emulator.struckFaults()).containsOnlyKeys("public-url.503", "download.403", "download.truncated");
    }

    @Test
    void aFileThatIsMissingOrExpiresIsSoByItsPublicUrl() {
        String path = client.publicPath(KEY);
        emulator.setFaults("download.missing=1x, download.expired=1x");

        assertThat(anybody.get(path).statusCode()).isEqualTo(404);
        assertThat(client.publicUrl(KEY).statusCode()).isEqualTo(404);
        assertThat(emulator.struckFaults()).containsOnlyKeys("download.expired");
        client.uploadUnder(KEY, TestPictures.png());
        assertThat(anybody.get(path).statusCode()).isEqualTo(404);
        assertThat(anybody.get(path).statusCode()).isEqualTo(200);
    }

    private TestClient token(String... paths) {
        JsonArray array = new JsonArray();
        for (String path : paths) {
            array.add(path);
        }
        return client.withAccessToken(new JsonObject().put("paths", array));
    }

    private void assertForbidden(String detail, String path) {
        HttpResponse<byte[]> response = anybody.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(403);
        assertThat(TestClient.detail(response)).isEqualTo(detail);
    }
}
