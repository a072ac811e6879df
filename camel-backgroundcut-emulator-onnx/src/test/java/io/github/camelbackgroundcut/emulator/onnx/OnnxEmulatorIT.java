// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.engine.EngineSettings;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model behind the HTTP server. It takes what is red for the object, so that no other engine would answer the same. */
class OnnxEmulatorIT {

    private static final String BOUNDARY = "boundary";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static BackgroundCutEmulator emulator;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        Path model = TinyModels.redness(folder.resolve("redness.onnx"));
        emulator = BackgroundCutEmulator.start(EmulatorConfiguration.builder()
                .engineSettings(EngineSettings.ofModel(model))
                .build());
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void theCutoutIsWhatTheModelMarks() throws Exception {
        upload("red-and-blue.png", redAndBlue());
        post("/v3/tools/ai/remove-bg/process/", """
                {"input_key": "red-and-blue.png",
                 "output_variants": [{"output_key": "out.png", "format": "png", "quality": "low"}]}""");

        BufferedImage cutout =
                ImageIO.read(new ByteArrayInputStream(get("/v3/files/out.png").body()));
        assertThat(cutout.getRGB(100, 150)).isEqualTo(new Color(220, 30, 30).getRGB());
        assertThat(alpha(cutout, 300, 150)).isZero();
        assertThat(alpha(cutout, 5, 5)).isZero();
    }

    @Test
    void thePageIsToldTheModelAndTheQuality() throws Exception {
        upload("told.png", redAndBlue());
        post("/v3/tools/ai/remove-bg/process/", """
                {"input_key": "told.png", "output_variants": [{"output_key": "told-out.png", "quality": "high"}]}""");

        String state = new String(get("/emulator/state").body(), StandardCharsets.UTF_8);
        assertThat(state).contains("\"engine\":\"u2net (redness.onnx)\",\"quality\":\"high\",\"engine_millis\":");
    }

    @Test
    void pointsStayWithTheClassicalEngine() throws Exception {
        upload("points.jpg", encoded(redAndBlue(), "jpg"));
        post("/v3/tools/ai/ai-cut/segment/", """
                {"input_key": "points.jpg", "output_key": "blue.jpg",
                 "foreground_points": [{"x": 300, "y": 150}], "background_points": []}""");

        BufferedImage cutout =
                ImageIO.read(new ByteArrayInputStream(get("/v3/files/blue.jpg").body()));
        assertThat(new Color(cutout.getRGB(300, 150)).getBlue()).isGreaterThan(180);
        assertThat(new Color(cutout.getRGB(100, 150)).getGreen()).isGreaterThan(240);
    }

    @Test
    void aPictureWithNothingForTheModelIsRefused() throws Exception {
        BufferedImage grey = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        upload("grey.png", encoded(grey, "png"));

        HttpResponse<byte[]> answer =
                send("/v3/tools/ai/remove-bg/process/", "application/json", """
                {"input_key": "grey.png", "output_variants": [{"output_key": "none.png"}]}""".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("No subject was found");
    }

    private static byte[] redAndBlue() throws IOException {
        BufferedImage picture = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(200, 200, 200));
        graphics.fillRect(0, 0, 400, 300);
        graphics.setColor(new Color(220, 30, 30));
        graphics.fillOval(40, 90, 120, 120);
        graphics.setColor(new Color(30, 30, 220));
        graphics.fillOval(240, 90, 120, 120);
        graphics.dispose();
        return encoded(picture, "png");
    }

    private static byte[] encoded(byte[] picture, String format) throws IOException {
        return encoded(ImageIO.read(new ByteArrayInputStream(picture)), format);
    }

    private static byte[] encoded(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    private static int alpha(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >>> 24;
    }

    private static void upload(String key, byte[] picture) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n" + key + "\r\n--"
                        + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"picture\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(picture);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        requireOk(send("/v3/file-ops/upload/", "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray()));
    }

    private static void post(String path, String json) throws IOException, InterruptedException {
        requireOk(send(path, "application/json", json.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpResponse<byte[]> send(String path, String type, byte[] body)
            throws IOException, InterruptedException {
        return HTTP.send(
                request(path)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return requireOk(HTTP.send(request(path).build(), BodyHandlers.ofByteArray()));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(emulator.baseUrl() + path))
                .header("Authorization", "Token " + emulator.apiKey());
    }

    private static HttpResponse<byte[]> requireOk(HttpResponse<byte[]> response) {
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return response;
    }
}
