// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static io.github.camelbackgroundcut.emulator.TestClient.keyVariant;
import static io.github.camelbackgroundcut.emulator.TestClient.variant;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.engine.Quality;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dialect of keys, and what an emulator of one dialect says to a call in the other. */
class DialectIT {

    private static final FakeEngine ENGINE = new FakeEngine();

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension(
            EmulatorConfiguration.builder().engine(ENGINE).build());

    private BackgroundCutEmulator emulator;
    private TestClient client;

    @BeforeEach
    void connect() {
        emulator = EMULATOR.emulator();
        client = TestClient.of(emulator);
        client.uploadUnder("in/mug", TestPictures.jpeg());
        client.uploaded("in", "vase.png", TestPictures.png());
    }

    @AfterEach
    void speakBoth() {
        emulator.setDialect(Dialect.BOTH);
    }

    @ParameterizedTest
    @EnumSource(names = {"KEYS", "BOTH"})
    void aPictureGoesAllTheWayByKeys(Dialect dialect) {
        emulator.setDialect(dialect);

        HttpResponse<byte[]> upload = client.uploadUnder("keys/photo.JPEG", TestPictures.jpeg());
        HttpResponse<byte[]> process = client.processKey("keys/photo.JPEG", keyVariant("keys/2.png"), keyVariant("1"));

        assertThat(TestClient.text(upload)).isEqualTo("{\"success\":true}");
        assertThat(TestClient.text(process)).isEqualTo("{\"output_keys\":[\"keys/2.png\",\"1\"]}");
        assertThat(client.with("").get(client.publicPath("keys/2.png")).body()).startsWith(0x89, 'P', 'N', 'G');
    }

    @ParameterizedTest
    @EnumSource(names = {"PATHS", "BOTH"})
    void aPictureGoesAllTheWayByPaths(Dialect dialect) {
        emulator.setDialect(dialect);

        String path = client.uploaded("paths", "photo.JPEG", TestPictures.jpeg());
        HttpResponse<byte[]> process = client.process(path, variant("paths/out.png"));

        assertThat(TestClient.text(process)).isEqualTo("{\"output_file_paths\":[\"paths/out.png\"]}");
        assertThat(client.getFile("paths/out.png").statusCode()).isEqualTo(200);
    }

    /** Flat, as in an object store: slashes are part of a key, and no extension is added or changed. */
    @ParameterizedTest
    @ValueSource(strings = {"photo", "a", "a/b", "a/b/c.webp", "Größe 杯子 +1%.jpg", "#?&=.jpg", "a;b,c:d@e!$'()*~"})
    void aKeyIsTakenWholeAsGiven(String key) {
        assertThat(client.uploadUnder(key, TestPictures.png()).statusCode()).isEqualTo(200);

        assertThat(client.with("").get(client.publicPath(key)).body()).isEqualTo(TestPictures.png());
        assertThat(client.processKey(key, keyVariant(key + " cutout")).statusCode())
                .isEqualTo(200);
        assertThat(client.with("").get(client.publicPath(key + " cutout")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void bothDialectsShareTheStorage() {
        assertThat(client.processKey("in/vase.png", keyVariant("shared/a.png")).statusCode())
                .isEqualTo(200);
        assertThat(client.process("in/mug", variant("shared/b.png")).statusCode())
                .isEqualTo(200);

        assertThat(client.getFile("shared/a.png").statusCode()).isEqualTo(200);
        assertThat(client.publicUrl("shared/b.png").statusCode()).isEqualTo(200);
    }

    @Test
    void theDefaultQualityIsThatOfTheDialect() {
        int before = ENGINE.qualities().size();
        client.processKey("in/mug", keyVariant("quality/1.png"));
        client.process("in/mug", variant("quality/2.png"));
        client.processKey("in/mug", keyVariant("quality/3.png").put("quality", "low"));

        assertThat(ENGINE.qualities().stream().skip(before)).containsExactly(Quality.MEDIUM, Quality.HIGH, Quality.LOW);
    }

    @Test
    void aSegmentIsCutOutByKeys() {
        client.uploadUnder("segment/in.jpg", TestPictures.jpeg());

        HttpResponse<byte[]> response = client.post(TestClient.SEGMENT, segment("input_key", "output_key"));

        assertThat(TestClient.text(response)).isEqualTo("{\"output_key\":\"segment/out.jpg\"}");
        assertThat(client.publicUrl("segment/out.jpg").statusCode()).isEqualTo(200);
    }

    @Test
    void aSegmentOfWhatIsNoJpegIsRefused() {
        client.uploadUnder("segment/in.jpg", TestPictures.png());

        HttpResponse<byte[]> response = client.post(TestClient.SEGMENT, segment("input_key", "output_key"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(response)).isEqualTo("segment/in.jpg is no JPEG");
    }

    @Test
    void aCallInTheWrongDialectIsToldWhatIsMissing() {
        emulator.setDialect(Dialect.KEYS);
        assertMissing("input_key is required", client.process("in/vase.png", variant("wrong/1.png")));
        assertMissing(
                "output_variants[0].output_key is required", client.processKey("in/vase.png", variant("wrong/2.png")));
        assertMissing(
                "input_key is required",
                client.post(TestClient.SEGMENT, segment("input_file_path", "output_file_path")));
        assertMissing(
                "There is no file part named 'file', but one named 'files'",
                client.upload(Multipart.upload("wrong").file("a.png", TestPictures.png())));

        emulator.setDialect(Dialect.PATHS);
        assertMissing("input_file_path is required", client.processKey("in/vase.png", keyVariant("wrong/3.png")));
        assertMissing(
                "output_variants[0].output_file_path is required",
                client.process("in/vase.png", keyVariant("wrong/4.png")));
        assertMissing(
                "input_file_path is required", client.post(TestClient.SEGMENT, segment("input_key", "output_key")));
        assertMissing(
                "There is no file part named 'files', but one named 'file'",
                client.uploadUnder("wrong/a.png", TestPictures.png()));
        assertThat(emulator.charges().keySet()).noneMatch(path -> path.startsWith("wrong/"));
    }

    @Test
    void aCallThatIsInNeitherDialectIsToldBoth() {
        assertMissing("input_file_path or input_key is required", client.post(TestClient.PROCESS, "{}"));
        assertMissing(
                "output_variants[0].output_key is required", client.processKey("in/vase.png", variant("wrong/5.png")));
    }

    @Test
    void anUploadByKeyNeedsTheKeyAndOneFile() {
        assertMissing(
                "key is required", client.upload(Multipart.upload("folder").file("file", "a.png", TestPictures.png())));
        assertMissing(
                "There are 2 file parts, but only one can have the key",
                client.upload(new Multipart()
                        .field("key", "k")
                        .file("file", "a.png", TestPictures.png())
                        .file("file", "b.png", TestPictures.png())));
        assertMissing(
                "upload_path is required",
                client.upload(new Multipart().field("key", "k").file("a.png", TestPictures.png())));
    }

    @Test
    void whatIsNoPictureIsNotStoredUnderAKey() {
        HttpResponse<byte[]> response = client.uploadUnder("keys/text.jpg", "just text".getBytes());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(client.publicUrl("keys/text.jpg").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "KEYS, GET, /v3/files/in/vase.png",
        "PATHS, POST, /v3/file-ops/get-public-url/",
        "PATHS, GET, /public/in/vase.png"
    })
    void theWayToTheBytesIsThatOfTheDialect(Dialect dialect, String method, String path) {
        emulator.setDialect(dialect);

        HttpResponse<byte[]> response = client.send(
                method,
                path,
                BodyPublishers.ofString("{\"key\": \"in/vase.png\"}"),
                "Content-Type",
                "application/json");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(TestClient.detail(response)).isEqualTo("There is no " + path + " in this dialect");
    }

    @ParameterizedTest
    @EnumSource
    void tokensAndUsageAreTheSameInAll(Dialect dialect) {
        emulator.setDialect(dialect);

        assertThat(client.withAccessToken(new JsonObject())
                        .get(TestClient.USAGE)
                        .statusCode())
                .isEqualTo(200);
    }

    private static JsonObject segment(String inputField, String outputField) {
        return new JsonObject()
                .put(inputField, "segment/in.jpg")
                .put(outputField, "segment/out.jpg")
                .put("foreground_points", new JsonArray().add(new JsonObject("{\"x\": 1, \"y\": 1}")));
    }

    private static void assertMissing(String detail, HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(TestClient.detail(response)).isEqualTo(detail);
    }
}
