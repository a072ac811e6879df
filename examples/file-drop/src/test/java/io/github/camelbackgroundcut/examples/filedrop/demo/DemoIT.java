// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.examples.filedrop.FileDropProcess;
import io.github.camelbackgroundcut.examples.filedrop.TestPictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {

    @TempDir
    private Path home;

    @BeforeEach
    void makeSamples() throws Exception {
        sample("disc.jpg", TestPictures.jpeg());
        sample("another.jpg", TestPictures.jpeg());
    }

    @Test
    void endsWithATableAndAContactSheet() throws Exception {
        try (FileDropProcess demo = demo()) {
            assertThat(demo.awaitEnd()).isZero();
            assertThat(demo.output())
                    .contains("Emulator at", "2/2", "Contact sheet: file:")
                    .containsPattern("disc\\.jpg +320x240 \\d+ kB +320x240 \\d+ kB +\\d+");
            assertThat(home.resolve("demo/contact-sheet.html")).content().contains("outbox/disc.jpg.png");
            assertThat(home.resolve("demo/outbox/disc.jpg.png")).isRegularFile();
        }
    }

    @Test
    void startsAfresh() throws Exception {
        Files.createDirectories(home.resolve("demo/outbox"));
        Files.writeString(home.resolve("demo/outbox/old.png"), "of the run before");
        try (FileDropProcess demo = demo()) {
            assertThat(demo.awaitEnd()).isZero();
            assertThat(home.resolve("demo/outbox/old.png")).doesNotExist();
        }
    }

    @Test
    void failsWhenAPictureFails() throws Exception {
        sample("broken.jpg", new byte[] {1, 2, 3});
        try (FileDropProcess demo = demo()) {
            assertThat(demo.awaitEnd()).isEqualTo(1);
            assertThat(demo.output()).containsPattern("broken\\.jpg .*failed: ");
            assertThat(home.resolve("demo/failed/broken.jpg.txt")).isRegularFile();
            assertThat(home.resolve("demo/outbox/disc.jpg.png")).isRegularFile();
        }
    }

    @Test
    void failsWithoutHangingWhenItCannotStart() throws Exception {
        Map<String, String> environment = Map.of("BACKGROUNDCUT_BASE_URL", "http://127.0.0.1:1");
        try (FileDropProcess demo = new FileDropProcess(home, environment, Demo.class, "samples", "demo")) {
            assertThat(demo.awaitEnd()).isEqualTo(1);
            assertThat(demo.output()).contains("BACKGROUNDCUT_API_KEY is not");
        }
    }

    private FileDropProcess demo() throws Exception {
        return new FileDropProcess(home, Map.of(), Demo.class, "samples", "demo");
    }

    private void sample(String name, byte[] content) throws Exception {
        TestPictures.drop(content, home.resolve("samples"), name);
        Files.write(home.resolve("samples").resolve(name.replace(".jpg", "-alpha.png")), new byte[0]);
    }
}
