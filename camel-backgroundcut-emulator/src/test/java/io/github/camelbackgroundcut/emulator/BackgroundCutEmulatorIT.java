// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundCutEmulatorIT {

    @TempDir
    private Path folder;

    /** The integration guide's second option from end to end, on the built-in engine. */
    @Test
    void aClientWithATokenGetsItsCutout() {
        try (BackgroundCutEmulator emulator = BackgroundCutEmulator.start()) {
            TestClient client = TestClient.of(emulator)
                    .withAccessToken(new JsonObject()
                            .put(
                                    "paths",
                                    new JsonArray()
                                            .add(TestClient.UPLOAD)
                                            .add(TestClient.PROCESS)
                                            .add("/v3/files/*"))
                            .put("expires_in", 600));

            String input = client.uploaded("my-project", "photo.jpg", TestPictures.jpeg());
            assertThat(client.process(input, TestClient.variant("my-project/result.png"))
                            .statusCode())
                    .isEqualTo(200);

            BufferedImage cutout =
                    TestPictures.decode(client.getFile("my-project/result.png").body());
            assertThat(cutout.getRGB(5, 5) >>> 24).isLessThan(10);
            assertThat(cutout.getRGB(TestPictures.WIDTH / 2, TestPictures.HEIGHT / 2) >>> 24)
                    .isGreaterThan(245);
        }
    }

    @Test
    void aTakenPortIsToldAndLeavesNothing() throws IOException {
        try (BackgroundCutEmulator first = BackgroundCutEmulator.start()) {
            EmulatorConfiguration configuration = EmulatorConfiguration.builder()
                    .port(first.port())
                    .storageDirectory(folder)
                    .build();

            assertThatThrownBy(() -> BackgroundCutEmulator.start(configuration))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(BindException.class)
                    .hasMessageContaining(String.valueOf(first.port()));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aMissingStorageDirectoryIsTold() {
        EmulatorConfiguration configuration = EmulatorConfiguration.builder()
                .storageDirectory(folder.resolve("missing"))
                .build();

        assertThatThrownBy(() -> BackgroundCutEmulator.start(configuration)).hasMessageContaining("missing");
    }

    @Test
    void twoEmulatorsDoNotShareFilesOrTokens() {
        try (BackgroundCutEmulator one = BackgroundCutEmulator.start();
                BackgroundCutEmulator two = BackgroundCutEmulator.start()) {
            TestClient.of(one).uploaded("a", "mug.png", TestPictures.png());
            TestClient token = TestClient.of(one).withAccessToken(new JsonObject());

            assertThat(TestClient.of(two).getFile("a/mug.png").statusCode()).isEqualTo(404);
            assertThat(token.getFile("a/mug.png").statusCode()).isEqualTo(200);
            assertThat(token.at(two).getFile("a/mug.png").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aClosedEmulatorDoesNotListen() {
        BackgroundCutEmulator emulator = BackgroundCutEmulator.start();
        TestClient client = TestClient.of(emulator);

        emulator.close();

        assertThatThrownBy(() -> client.get(TestClient.USAGE)).isInstanceOf(UncheckedIOException.class);
    }
}
