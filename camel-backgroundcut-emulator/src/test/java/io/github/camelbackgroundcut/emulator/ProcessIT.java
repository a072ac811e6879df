// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.engine.Point;
import io.github.camelbackgroundcut.emulator.engine.PointHints;
import io.github.camelbackgroundcut.emulator.engine.Quality;
import io.github.camelbackgroundcut.emulator.picture.PictureFormat;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessIT {

    private final FakeEngine engine = new FakeEngine();

    private BackgroundCutEmulator emulator;
    private TestClient client;
    private String input;

    @BeforeEach
    void start() {
        emulator = BackgroundCutEmulator.start(
                EmulatorConfiguration.builder().engine(engine).build());
        client = TestClient.of(emulator);
        input = client.uploaded("in", "mug.jpg", TestPictures.jpeg());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void theDefaultsAreAFullSizeTransparentPngOfHighQuality() {
        HttpResponse<byte[]> response = client.process(input, TestClient.variant("out/mug.png"));

        assertThat(TestClient.paths(response, "output_file_paths")).containsExactly("out/mug.png");
        HttpResponse<byte[]> output = client.getFile("out/mug.png");
        assertThat(output.headers().firstValue("Content-Type")).contains("image/png");
        BufferedImage picture = TestPictures.decode(output.body());
        assertThat(picture.getWidth()).isEqualTo(TestPictures.WIDTH);
        assertThat(picture.getHeight()).isEqualTo(TestPictures.HEIGHT);
        assertThat(picture.getRGB(0, 0) >>> 24).isZero();
        assertThat(picture.getRGB(TestPictures.WIDTH / 2, TestPictures.HEIGHT / 2) >>> 24)
                .isEqualTo(255);
        assertThat(engine.qualities()).containsExactly(Quality.HIGH);
    }

    @Test
    void severalVariantsComeBackInOrder() {
        HttpResponse<byte[]> response = client.process(
                input,
                TestClient.variant("out/z.webp").put("format", "webp"),
                TestClient.variant("out/a.jpg").put("format", "JPEG").put("background_color", "#00ff00"),
                TestClient.variant("out/m.png").put("max_resolution", 10_000));

        assertThat(TestClient.paths(response, "output_file_paths"))
                .containsExactly("out/z.webp", "out/a.jpg", "out/m.png");
        assertThat(PictureFormat.detect(client.getFile("out/z.webp").body())).contains(PictureFormat.WEBP);
        BufferedImage small = TestPictures.decode(client.getFile("out/m.png").body());
        assertThat(small.getWidth() * small.getHeight()).isLessThanOrEqualTo(10_000);
    }

    @Test
    void aVariantsFieldsReachTheEngineAndTheWriter() {
        client.process(
                input,
                TestClient.variant("out/a.png")
                        .put("quality", "low")
                        .put("background_color", "#00ff00")
                        .put("autocrop", true)
                        .put("output_compression", 10));

        BufferedImage picture = TestPictures.decode(client.getFile("out/a.png").body());
        assertThat(engine.qualities()).containsExactly(Quality.LOW);
        assertThat(picture.getWidth()).isLessThan(TestPictures.WIDTH);
        assertThat(picture.getRGB(0, 0)).isEqualTo(0xff00ff00);
    }

    @Test
    void aPictureCanBeProcessedAgain() {
        assertThat(client.process(input, TestClient.variant("out/1.png")).statusCode())
                .isEqualTo(200);
        assertThat(client.process(input, TestClient.variant("out/2.png")).statusCode())
                .isEqualTo(200);
        assertThat(client.process("out/1.png", TestClient.variant("out/1.png")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theEngineWorksOnItsOwnThreads() {
        client.process(input, TestClient.variant("out/1.png"));

        assertThat(engine.threads()).singleElement().asString().startsWith("backgroundcut-engine-");
    }

    @Test
    void anUnknownInputIsNotFound() {
        HttpResponse<byte[]> response = client.process("in/nothing.jpg", TestClient.variant("out/1.png"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(TestClient.detail(response)).contains("in/nothing.jpg");
    }

    @Test
    void aPictureThatCannotBeReadIsABadRequest() {
        byte[] truncated = Arrays.copyOf(TestPictures.png(), 200);
        String broken = client.uploaded("in", "broken.png", truncated);

        HttpResponse<byte[]> response = client.process(broken, TestClient.variant("out/1.png"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(response)).isNotBlank();
        assertThat(client.getFile("out/1.png").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"format\": \"png\"}",
                "{\"output_file_path\": 1}",
                "{\"output_file_path\": null}",
                "{\"output_file_path\": \"../x.png\"}",
                "{\"output_file_path\": \"/x.png\"}",
                "{\"output_file_path\": \"\"}",
                "{\"output_file_path\": \"x\", \"format\": \"gif\"}",
                "{\"output_file_path\": \"x\", \"format\": 1}",
                "{\"output_file_path\": \"x\", \"quality\": \"best\"}",
                "{\"output_file_path\": \"x\", \"max_resolution\": 0}",
                "{\"output_file_path\": \"x\", \"max_resolution\": 12000001}",
                "{\"output_file_path\": \"x\", \"max_resolution\": \"1\"}",
                "{\"output_file_path\": \"x\", \"background_color\": \"red\"}",
                "{\"output_file_path\": \"x\", \"background_color\": \"#fff\"}",
                "{\"output_file_path\": \"x\", \"output_compression\": 0}",
                "{\"output_file_path\": \"x\", \"output_compression\": 101}",
                "{\"output_file_path\": \"x\", \"output_compression\": 50.5}",
                "{\"output_file_path\": \"x\", \"autocrop\": \"true\"}",
                "{\"output_file_path\": \"x\", \"autocrop\": 1}"
            })
    void aBadVariantIsRefused(String variant) {
        HttpResponse<byte[]> response = client.process(input, new JsonObject(variant));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(response)).containsAnyOf("output_variants[0]", "Invalid path");
        assertThat(engine.qualities()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "[]",
                "{\"output_variants\": [{\"output_file_path\": \"x\"}]}",
                "{\"input_file_path\": \"in/mug.jpg\"}",
                "{\"input_file_path\": \"in/mug.jpg\", \"output_variants\": []}",
                "{\"input_file_path\": \"in/mug.jpg\", \"output_variants\": {}}",
                "{\"input_file_path\": \"in/mug.jpg\", \"output_variants\": [\"x\"]}",
                "{\"input_file_path\": \"in/mug.jpg\", \"output_variants\":"
                        + " [{\"output_file_path\": \"x\"}, {\"output_file_path\": \"x\"}]}",
                "{\"input_file_path\": \"in/../mug.jpg\", \"output_variants\": [{\"output_file_path\": \"x\"}]}"
            })
    void aBadRequestIsRefused(String body) {
        assertThat(client.post(TestClient.PROCESS, body).statusCode()).isEqualTo(400);
    }

    @Test
    void anotherContentTypeIsRefused() {
        HttpResponse<byte[]> response =
                client.send("POST", TestClient.PROCESS, BodyPublishers.ofString("{}"), "Content-Type", "text/plain");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(response)).contains("application/json");
    }

    @Test
    void aHugeJsonBodyIsRefused() {
        HttpResponse<byte[]> response =
                client.post(TestClient.PROCESS, new JsonObject().put("x", "y".repeat(2_000_000)));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(TestClient.detail(response)).isNotBlank();
    }

    @Test
    void unknownFieldsAreIgnoredAndNullsAreDefaults() {
        HttpResponse<byte[]> response = client.process(
                input,
                TestClient.variant("out/1.png")
                        .put("later_invention", true)
                        .putNull("quality")
                        .putNull("background_color")
                        .putNull("max_resolution"));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void segmentPassesAllPointsOn() {
        HttpResponse<byte[]> response = client.post(
                TestClient.SEGMENT,
                segment("in/mug.jpg", "out/mug.jpeg")
                        .put("foreground_points", points(160, 120, 170, 130))
                        .put("background_points", points(5, 6)));

        assertThat(TestClient.json(response).getString("output_file_path")).isEqualTo("out/mug.jpeg");
        assertThat(engine.hints())
                .containsExactly(
                        new PointHints(List.of(new Point(160, 120), new Point(170, 130)), List.of(new Point(5, 6))));
        HttpResponse<byte[]> output = client.getFile("out/mug.jpeg");
        assertThat(output.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(PictureFormat.detect(output.body())).contains(PictureFormat.JPEG);
    }

    @Test
    void segmentNeedsNoBackgroundPoints() {
        JsonObject request = segment("in/mug.jpg", "out/mug.jpg").put("foreground_points", points(1, 1));

        assertThat(client.post(TestClient.SEGMENT, request).statusCode()).isEqualTo(200);
    }

    @Test
    void segmentNeedsJpegNames() {
        client.uploaded("in", "mug.png", TestPictures.png());

        for (JsonObject request : List.of(segment("in/mug.png", "out/mug.jpg"), segment("in/mug.jpg", "out/mug.png"))) {
            HttpResponse<byte[]> response =
                    client.post(TestClient.SEGMENT, request.put("foreground_points", points(1, 1)));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(TestClient.detail(response)).contains(".jpg");
        }
    }

    @Test
    void segmentNeedsAForegroundPointInsideThePicture() {
        JsonObject request = segment("in/mug.jpg", "out/mug.jpg");
        JsonArray outside = points(TestPictures.WIDTH, 1);

        assertThat(client.post(TestClient.SEGMENT, request).statusCode()).isEqualTo(400);
        assertThat(client.post(TestClient.SEGMENT, request.put("foreground_points", new JsonArray()))
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.post(TestClient.SEGMENT, request.put("foreground_points", points(-1, 1)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.post(TestClient.SEGMENT, request.put("foreground_points", outside))
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.post(
                                TestClient.SEGMENT,
                                request.put("foreground_points", points(1, 1)).put("background_points", outside))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void segmentOfAnUnknownInputIsNotFound() {
        JsonObject request = segment("in/nothing.jpg", "out/mug.jpg").put("foreground_points", points(1, 1));

        assertThat(client.post(TestClient.SEGMENT, request).statusCode()).isEqualTo(404);
    }

    @Test
    void usageCountsFilesAndBytes() {
        JsonObject usage = TestClient.json(client.get(TestClient.USAGE));

        assertThat(usage.getInteger("file_count")).isEqualTo(1);
        assertThat(usage.getInteger("used_bytes")).isEqualTo(TestPictures.jpeg().length);
        assertThat(usage.getLong("quota_bytes")).isEqualTo(10_000_000_000L);
    }

    private static JsonObject segment(String inputPath, String outputPath) {
        return new JsonObject().put("input_file_path", inputPath).put("output_file_path", outputPath);
    }

    private static JsonArray points(int... coordinates) {
        JsonArray points = new JsonArray();
        for (int i = 0; i < coordinates.length; i += 2) {
            points.add(new JsonObject().put("x", coordinates[i]).put("y", coordinates[i + 1]));
        }
        return points;
    }
}
