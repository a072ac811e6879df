// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.examples.s3drop.S3DropProcess;
import io.github.camelbackgroundcut.examples.s3drop.TestPictures;
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
        sample("disc.jpg", TestPictures.jpeg(1));
        sample("another.jpg", TestPictures.jpeg(2));
    }

    /** Whatever buckets somebody works with. */
    @Test
    void fetchesThreeCutoutsOfEachSample() throws Exception {
        Map<String, String> environment = Map.of("S3DROP_SOURCE_BUCKET", "mine", "S3DROP_TARGET_BUCKET", "mine-too");
        Files.createDirectories(home.resolve("demo/cutouts"));
        Files.writeString(home.resolve("demo/cutouts/old.png"), "of the run before");
        try (S3DropProcess demo = new S3DropProcess(home, environment, Demo.class, "samples", "demo")) {
            assertThat(demo.awaitEnd()).as(demo.output()).isZero();
            assertThat(demo.output())
                    .contains("Emulator at", "2 pictures")
                    .containsPattern("s3://cutouts/disc\\.jpg/thumb\\.webp +image/webp +\\d+ kB");
        }

        for (String picture : new String[] {"disc.jpg", "another.jpg"}) {
            assertThat(home.resolve("demo/cutouts").resolve(picture))
                    .isDirectoryContaining("glob:**full.png")
                    .isDirectoryContaining("glob:**thumb.webp")
                    .isDirectoryContaining("glob:**white.jpg");
        }
        assertThat(home.resolve("demo/cutouts/old.png")).doesNotExist();
    }

    @Test
    void failsWhenAPictureFails() throws Exception {
        sample("broken.jpg", new byte[] {1, 2, 3});
        try (S3DropProcess demo = new S3DropProcess(home, Map.of(), Demo.class, "samples", "demo")) {
            assertThat(demo.awaitEnd()).isEqualTo(1);
        }

        assertThat(home.resolve("demo/failed/broken.jpg.reason.txt")).content().contains("400");
        assertThat(home.resolve("demo/cutouts/disc.jpg/full.png")).isRegularFile();
    }

    private void sample(String name, byte[] content) throws Exception {
        Files.write(Files.createDirectories(home.resolve("samples")).resolve(name), content);
    }
}
