// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.fault.CallKind;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import io.github.camelbackgroundcut.emulator.picture.PictureFormat;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault, as a caller sees it. */
class FaultsIT {

    private static final String INPUT = "in/mug.png";

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension(
            EmulatorConfiguration.builder().engine(new FakeEngine()).build());

    private BackgroundCutEmulator emulator;
    private TestClient client;

    @BeforeEach
    void upload() {
        emulator = EMULATOR.emulator();
        client = TestClient.of(emulator);
        client.uploaded("in", "mug.png", TestPictures.png());
        client.uploaded("in", "mug.jpg", TestPictures.jpeg());
    }

    @AfterEach
    void turnOff() {
        emulator.setFaults(FaultPlan.none());
    }

    @Test
    void latencyDelaysACall() {
        emulator.setFaults("usage.latency=1x:400ms");
        long start = System.nanoTime();

        assertThat(client.get(TestClient.USAGE).statusCode()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @ParameterizedTest
    @CsvSource({"429=1x:5s, 429, 5", "503=1x:120s, 503, 120", "503=1x,503,", "429=1x,429,", "500=1x,500,", "502=1x,502,"
    })
    void aRefusalIsToldAndDoesNothing(String fault, int status, String retryAfter) {
        emulator.setFaults("process." + fault);

        HttpResponse<byte[]> response = client.process(INPUT, TestClient.variant("refused/1.png"));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Retry-After").orElse(null)).isEqualTo(retryAfter);
        assertThat(TestClient.detail(response)).contains("on demand");
        assertThat(client.getFile("refused/1.png").statusCode()).isEqualTo(404);
        assertThat(client.process(INPUT, TestClient.variant("refused/2.png")).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfCallIsStruckAndOnlyThat(CallKind kind) {
        emulator.setFaults(kind.text() + ".503=1");

        for (CallKind called : CallKind.values()) {
            assertThat(call(called).statusCode()).as(called.text()).isEqualTo(called == kind ? 503 : 200);
        }
        assertThat(emulator.struckFaults()).containsExactly(Map.entry(kind.text() + ".503", 1));
    }

    @Test
    void aResetBeforeTheBodyIsReadDoesNotWaitForIt() throws IOException {
        emulator.setFaults("upload.reset-before=1x, process.reset-before=1x");

        for (String path : new String[] {TestClient.UPLOAD, TestClient.PROCESS}) {
            try (Wire wire = new Wire(emulator).head(path, "multipart/form-data; boundary=x", 1000)) {
                assertThat(wire.end()).isEqualTo(new Wire.End("", true));
            }
        }
    }

    @Test
    void aResetAfterAnUploadWaitsForAllOfIt() throws IOException {
        emulator.setFaults("upload.reset-after=1x");
        byte[] body =
                Multipart.upload("reset").file("mug.png", TestPictures.png()).end();

        try (Wire wire = new Wire(emulator).head(TestClient.UPLOAD, Multipart.contentType(), body.length)) {
            wire.send(Arrays.copyOf(body, body.length - 1));
            assertThat(wire.isQuiet(300)).isTrue();
            wire.send(Arrays.copyOfRange(body, body.length - 1, body.length));

            assertThat(wire.end()).isEqualTo(new Wire.End("", true));
        }
        assertThat(client.getFile("reset/mug.png").statusCode()).isEqualTo(404);
        assertThat(client.uploaded("reset", "mug.png", TestPictures.png())).isEqualTo("reset/mug.png");
    }

    @Test
    void aResetAfterAProcessCallWasReadDoesNothing() throws IOException {
        emulator.setFaults("process.reset-after=1x");

        try (Wire wire = new Wire(emulator).process(INPUT, "reset/out.png")) {
            assertThat(wire.end()).isEqualTo(new Wire.End("", true));
        }
        assertThat(client.getFile("reset/out.png").statusCode()).isEqualTo(404);
        assertThat(emulator.charges()).doesNotContainKey("reset/out.png");
    }

    @Test
    void anAnswerIsLostAfterTheWork() throws IOException {
        emulator.setFaults("process.lost=1x");

        try (Wire wire = new Wire(emulator).process(INPUT, "lost/out.png")) {
            assertThat(wire.end()).isEqualTo(new Wire.End("", false));
        }
        assertThat(client.getFile("lost/out.png").statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerIsResetInTheMiddle() throws IOException {
        emulator.setFaults("process.reset-mid=1x, download.reset-mid=1x");

        try (Wire wire = new Wire(emulator).process(INPUT, "mid/out.png")) {
            Wire.End end = wire.end();
            assertThat(end.reset()).isTrue();
            assertThat(end.text()).startsWith("HTTP/1.1 200 OK");
            assertThat(end.body()).startsWith("{\"output").hasSizeLessThan(end.contentLength());
        }
        try (Wire wire = new Wire(emulator).get("/v3/files/mid/out.png")) {
            Wire.End end = wire.end();
            assertThat(end.reset()).isTrue();
            assertThat(end.body()).isNotEmpty().hasSizeLessThan(end.contentLength());
        }
    }

    @Test
    void anAnswerIsShorterThanItsContentLength() throws IOException {
        emulator.setFaults("process.truncated=1x, download.truncated=1x");

        try (Wire wire = new Wire(emulator).process(INPUT, "cut/out.png")) {
            Wire.End end = wire.end();
            assertThat(end.reset()).isFalse();
            assertThat(end.text()).startsWith("HTTP/1.1 200 OK");
            assertThat(end.body()).startsWith("{\"output").hasSizeLessThan(end.contentLength());
        }
        try (Wire wire = new Wire(emulator).get("/v3/files/" + INPUT)) {
            Wire.End end = wire.end();
            assertThat(end.reset()).isFalse();
            assertThat(end.contentLength()).isEqualTo(TestPictures.png().length);
            assertThat(end.body()).hasSize(TestPictures.png().length / 2);
        }
    }

    @Test
    void anAnswerIsNotWhatItShouldBe() {
        emulator.setFaults("process.malformed=1x, download.malformed=1x");

        HttpResponse<byte[]> process = client.process(INPUT, TestClient.variant("bad/out.png"));
        HttpResponse<byte[]> download = client.getFile("bad/out.png");

        assertThat(process.statusCode()).isEqualTo(200);
        assertThat(process.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(TestClient.text(process)).startsWith("{\"output").doesNotContain("}");
        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(download.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(PictureFormat.detect(download.body())).isEmpty();
    }

    @Test
    void aGatewayGivesUpAfterTheWork() {
        emulator.setFaults("process.504=1x");

        assertThat(client.process(INPUT, TestClient.variant("late/out.png")).statusCode())
                .isEqualTo(504);
        assertThat(client.getFile("late/out.png").statusCode()).isEqualTo(200);
        assertThat(emulator.charges()).containsEntry("late/out.png", 1);
    }

    @Test
    void inAnotherRegionAStoredFileIsMissingOnce() {
        for (CallKind kind :
                new CallKind[] {CallKind.PROCESS, CallKind.SEGMENT, CallKind.PUBLIC_URL, CallKind.DOWNLOAD}) {
            emulator.setFaults(kind.text() + ".missing=1x");
            HttpResponse<byte[]> response = call(kind);
            assertThat(response.statusCode()).as(kind.text()).isEqualTo(404);
            assertThat(TestClient.detail(response)).startsWith("No such file: in/mug");
            assertThat(call(kind).statusCode()).as(kind.text()).isEqualTo(200);
        }
    }

    @Test
    void aFileThatWasNeverThereUsesNoFaultUp() {
        emulator.setFaults("download.missing=1x, download.expired=1x");

        assertThat(client.getFile("never/there.png").statusCode()).isEqualTo(404);

        assertThat(emulator.struckFaults()).isEmpty();
    }

    @Test
    void anExpiredFileStaysAwayUntilItIsUploadedAgain() {
        emulator.setFaults("process.expired=1x");

        assertThat(client.process(INPUT, TestClient.variant("early/out.png")).statusCode())
                .isEqualTo(404);
        assertThat(client.getFile(INPUT).statusCode()).isEqualTo(404);
        client.uploaded("in", "mug.png", TestPictures.png());

        assertThat(client.process(INPUT, TestClient.variant("early/out.png")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aHeadRequestLosesItsAnswerButNoHalfOfIt() throws IOException {
        emulator.setFaults("download.truncated=1, download.reset-mid=1, download.malformed=1, download.lost=1x");
        String head = "HEAD /v3/files/" + INPUT + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Token "
                + emulator.apiKey() + "\r\nConnection: close\r\n\r\n";

        try (Wire wire = new Wire(emulator).send(head)) {
            assertThat(wire.end()).isEqualTo(new Wire.End("", false));
        }
        try (Wire wire = new Wire(emulator).send(head)) {
            assertThat(wire.end().text()).startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void severalFaultsCanStrikeOneCall() {
        emulator.setFaults("usage.504=1x, usage.latency=1x:20ms");

        assertThat(client.get(TestClient.USAGE).statusCode()).isEqualTo(504);

        assertThat(emulator.struckFaults()).containsOnlyKeys("usage.504", "usage.latency");
    }

    @Test
    void whoHasNoCredentialMeetsNoFaults() {
        emulator.setFaults("all.503=1");

        assertThat(client.with("Token wrong").get(TestClient.USAGE).statusCode())
                .isEqualTo(401);
        assertThat(client.get("/emulator/state").statusCode()).isEqualTo(200);
    }

    @Test
    void aBrokenRequestIsStillRefused() {
        emulator.setFaults("all.missing=1, all.lost=1");

        for (String body :
                new String[] {"", "[]", "{", "{\"input_file_path\": 1}", "{\"input_file_path\": \"../x\"}"}) {
            assertThat(client.post(TestClient.PROCESS, body).statusCode()).isEqualTo(400);
        }
        assertThat(client.send("POST", TestClient.UPLOAD, BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void newFaultsBeginAnew() {
        emulator.setFaults("usage.503=1x");
        client.get(TestClient.USAGE);

        emulator.setFaults("usage.503=1x");

        assertThat(emulator.struckFaults()).isEmpty();
        assertThat(client.get(TestClient.USAGE).statusCode()).isEqualTo(503);
        assertThat(client.get(TestClient.USAGE).statusCode()).isEqualTo(200);
    }

    private HttpResponse<byte[]> call(CallKind kind) {
        return switch (kind) {
            case UPLOAD -> client.upload(Multipart.upload("in").file("mug.jpg", TestPictures.jpeg()));
            case PROCESS -> client.process(INPUT, TestClient.variant("call/out.png"));
            case SEGMENT ->
                client.post(
                        TestClient.SEGMENT,
                        new JsonObject()
                                .put("input_file_path", "in/mug.jpg")
                                .put("output_file_path", "call/out.jpg")
                                .put("foreground_points", new JsonArray().add(new JsonObject("{\"x\": 1, \"y\": 1}"))));
            case PUBLIC_URL -> client.publicUrl(INPUT);
            case DOWNLOAD -> client.getFile(INPUT);
            case TOKEN -> client.post(TestClient.ACCESS_TOKEN, new JsonObject());
            case USAGE -> client.get(TestClient.USAGE);
        };
    }
}
