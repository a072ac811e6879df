// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiryIT {

    @TempDir
    private Path folder;

    @Test
    void anExpiredFileIsNotFoundAndCannotBeProcessed() {
        MutableClock clock = new MutableClock();
        EmulatorConfiguration configuration = EmulatorConfiguration.builder()
                .engine(new FakeEngine())
                .clock(clock)
                .build();
        try (BackgroundCutEmulator emulator = BackgroundCutEmulator.start(configuration)) {
            TestClient client = TestClient.of(emulator);
            client.uploaded("a", "mug.png", TestPictures.png());
            clock.advance(Duration.ofHours(2).minusMillis(1));
            assertThat(client.getFile("a/mug.png").statusCode()).isEqualTo(200);

            clock.advance(Duration.ofMillis(1));

            assertThat(client.getFile("a/mug.png").statusCode()).isEqualTo(404);
            assertThat(client.process("a/mug.png", TestClient.variant("a/out.png"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void expiredFilesLeaveTheDisk() {
        EmulatorConfiguration configuration = EmulatorConfiguration.builder()
                .engine(new FakeEngine())
                .storageDirectory(folder)
                .fileExpiry(Duration.ofMillis(400))
                .build();
        try (BackgroundCutEmulator emulator = BackgroundCutEmulator.start(configuration)) {
            TestClient.of(emulator).uploaded("a", "mug.png", TestPictures.png());

            await().until(() -> pictures() == 0);
        }
    }

    @Test
    void theQuotaIsKeptForUploadsAndOutputs() {
        int size = TestPictures.png().length;
        EmulatorConfiguration configuration = EmulatorConfiguration.builder()
                .engine(new FakeEngine())
                .quotaBytes(size + 100)
                .build();
        try (BackgroundCutEmulator emulator = BackgroundCutEmulator.start(configuration)) {
            TestClient client = TestClient.of(emulator);
            client.uploaded("a", "mug.png", TestPictures.png());

            HttpResponse<byte[]> upload = client.upload(Multipart.upload("a").file("b.png", TestPictures.png()));
            HttpResponse<byte[]> process = client.process("a/mug.png", TestClient.variant("a/out.png"));

            assertThat(upload.statusCode()).isEqualTo(413);
            assertThat(TestClient.detail(upload)).contains("quota");
            assertThat(process.statusCode()).isEqualTo(413);
            assertThat(client.uploaded("a", "mug.png", TestPictures.png())).isEqualTo("a/mug.png");
        }
    }

    private long pictures() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
