// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import static io.github.camelbackgroundcut.drop.FileDropFixture.names;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDropIT {

    private static BackgroundCutEmulator emulator;

    @TempDir
    private Path home;

    @BeforeAll
    static void startEmulator() {
        emulator = BackgroundCutEmulator.start();
    }

    @AfterAll
    static void stopEmulator() {
        emulator.close();
    }

    @Test
    void makesACutoutOfAPicture() throws Exception {
        try (FileDropFixture drop = fileDrop(home).start()) {
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "disc.jpg");
            drop.awaitResults(1);

            assertThat(names(drop.outbox)).containsExactly("disc.jpg.png");
            assertThat(TestPictures.isCutout(drop.outbox.resolve("disc.jpg.png")))
                    .isTrue();
        }
    }

    @Test
    void movesThePictureAwayUnchanged() throws Exception {
        try (FileDropFixture drop = fileDrop(home).start()) {
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "disc.jpg");
            drop.awaitResults(1);

            assertThat(names(drop.inbox)).isEmpty();
            assertThat(drop.done.resolve("disc.jpg")).hasBinaryContent(TestPictures.jpeg());
            assertThat(names(drop.failed)).isEmpty();
        }
    }

    @Test
    void keepsOddFileNames() throws Exception {
        assumeTrue(
                Charset.forName(System.getProperty("sun.jnu.encoding")).equals(UTF_8), "file names are not in UTF-8");
        List<String> stems = List.of(
                "two words",
                "Größe",
                "写真",
                "a+b",
                "100%",
                "a%20b",
                "it's",
                "${body}",
                "{{home}}",
                "hash#tag",
                "semi;colon&amp",
                "two.dots",
                "-dash");
        try (FileDropFixture drop = fileDrop(home).start()) {
            for (String stem : stems) {
                TestPictures.drop(TestPictures.jpeg(), drop.inbox, stem + ".jpg");
            }
            drop.awaitResults(stems.size());

            assertThat(names(drop.outbox))
                    .containsExactlyInAnyOrderElementsOf(
                            stems.stream().map(stem -> stem + ".jpg.png").toList());
            assertThat(names(drop.done))
                    .containsExactlyInAnyOrderElementsOf(
                            stems.stream().map(stem -> stem + ".jpg").toList());
        }
    }

    @Test
    void keepsNamesThatOnlySomeSystemsAllow() throws Exception {
        assumeTrue(Path.of("/").getFileSystem().getSeparator().equals("/"), "Windows forbids these names");
        try (FileDropFixture drop = fileDrop(home).start()) {
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "say \"cheese\".jpg");
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "what?.jpg");
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "a*b<c>|d.jpg");
            drop.awaitResults(3);

            assertThat(names(drop.outbox))
                    .containsExactlyInAnyOrder("say \"cheese\".jpg.png", "what?.jpg.png", "a*b<c>|d.jpg.png");
        }
    }

    @Test
    void worksInAFolderWithAnOddName() throws Exception {
        try (FileDropFixture drop =
                fileDrop(home.resolve("100% a+b & c=d #1 (x)")).start()) {
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "disc.jpg");
            drop.awaitResults(1);

            assertThat(names(drop.outbox)).containsExactly("disc.jpg.png");
            assertThat(names(drop.done)).containsExactly("disc.jpg");
        }
    }

    @Test
    void movesABrokenPictureToFailedAndGoesOn() throws Exception {
        byte[] jpeg = TestPictures.jpeg();
        try (FileDropFixture drop = fileDrop(home).start()) {
            TestPictures.drop("This is no picture.".getBytes(UTF_8), drop.inbox, "a text.jpg");
            TestPictures.drop(Arrays.copyOf(jpeg, jpeg.length / 2), drop.inbox, "half.jpg");
            TestPictures.drop(new byte[0], drop.inbox, "nothing.jpg");
            TestPictures.drop(jpeg, drop.inbox, "whole.jpg");
            drop.awaitResults(4);

            assertThat(names(drop.failed))
                    .containsExactlyInAnyOrder(
                            "a text.jpg",
                            "a text.jpg.txt",
                            "half.jpg",
                            "half.jpg.txt",
                            "nothing.jpg",
                            "nothing.jpg.txt");
            assertThat(names(drop.outbox)).containsExactly("whole.jpg.png");
            assertThat(names(drop.done)).containsExactly("whole.jpg");
            assertThat(names(drop.inbox)).isEmpty();
        }
    }

    @Test
    void saysWhyAPictureFailed() throws Exception {
        byte[] jpeg = TestPictures.jpeg();
        try (FileDropFixture drop = fileDrop(home).start()) {
            TestPictures.drop(Arrays.copyOf(jpeg, jpeg.length / 2), drop.inbox, "half.jpg");
            drop.awaitResults(1);

            assertThat(drop.failed.resolve("half.jpg.txt"))
                    .content(UTF_8)
                    .containsPattern("Picture: +half\\.jpg")
                    .containsPattern("Time: +\\d{4}-\\d\\d-\\d\\dT")
                    .containsPattern("Operation: +process")
                    .containsPattern("Reason: +.*400")
                    .containsPattern("What to do: +Repair or replace the picture");
        }
    }

    @Test
    void saysWhatToDoAboutAWrongKeyWithoutShowingIt() throws Exception {
        try (FileDropFixture drop = new FileDropFixture(home, emulator.baseUrl(), "wrong-secret", Map.of()).start()) {
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "disc.jpg");
            drop.awaitResults(1);

            assertThat(drop.failed.resolve("disc.jpg.txt"))
                    .content(UTF_8)
                    .contains("401", "valid API key")
                    .doesNotContain("wrong-secret");
        }
    }

    @Test
    void doesNotReadAPictureWhileItIsBeingWritten() throws Exception {
        byte[] jpeg = TestPictures.jpeg();
        Duration settled = Duration.ofSeconds(2);
        try (FileDropFixture drop = fileDrop(Map.of("quietPeriod", String.valueOf(settled.toMillis())))
                .start()) {
            Path picture = drop.inbox.resolve("slow.jpg");
            int parts = 12;
            for (int part = 0; part < parts; part++) {
                int from = jpeg.length * part / parts;
                int to = jpeg.length * (part + 1) / parts;
                try (OutputStream out =
                        Files.newOutputStream(picture, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                    out.write(jpeg, from, to - from);
                }
                // The writer's own pace: it takes longer than the lock, with pauses that are shorter.
                Thread.sleep(settled.toMillis() / 8);
                assertThat(drop.results).isEmpty();
            }
            drop.awaitResults(1);

            assertThat(names(drop.failed)).isEmpty();
            assertThat(TestPictures.isCutout(drop.outbox.resolve("slow.jpg.png")))
                    .isTrue();
        }
    }

    @Test
    void doesNotLetAPictureWaitForOneThatIsBeingWritten() throws Exception {
        try (FileDropFixture drop = fileDrop(home).start()) {
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "whole.jpg");
            Path slow = drop.inbox.resolve("a-slow.jpg");
            while (drop.results.isEmpty()) {
                Files.write(slow, new byte[] {1}, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                Thread.onSpinWait();
            }

            assertThat(drop.results.get(0)).isEqualTo("whole.jpg");
        }
    }

    @Test
    void leavesHiddenAndUnfinishedFilesAlone() throws Exception {
        try (FileDropFixture drop = fileDrop(home).start()) {
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, ".hidden.jpg");
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "disc.jpg.crdownload");
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "disc.jpg.part");
            Files.createDirectories(drop.inbox.resolve("folder"));
            TestPictures.drop(TestPictures.jpeg(), drop.inbox.resolve("folder"), "inner.jpg");
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "last.jpg");
            drop.awaitResults(1);

            assertThat(names(drop.outbox)).containsExactly("last.jpg.png");
            assertThat(names(drop.inbox))
                    .containsExactlyInAnyOrder(".hidden.jpg", "disc.jpg.crdownload", "disc.jpg.part", "folder");
        }
    }

    @Test
    void replacesTheCutoutOfAPictureThatIsDroppedAgain() throws Exception {
        try (FileDropFixture drop = fileDrop(home).start()) {
            Path cutout = drop.outbox.resolve("disc.jpg.png");
            Files.writeString(cutout, "of yesterday");
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "disc.jpg");
            drop.awaitResults(1);

            assertThat(TestPictures.isCutout(cutout)).isTrue();
        }
    }

    @Test
    void keepsAnOlderCutoutWhenAPictureFails() throws Exception {
        try (FileDropFixture drop = fileDrop(home).start()) {
            Path cutout = drop.outbox.resolve("disc.jpg.png");
            Files.writeString(cutout, "of yesterday");
            TestPictures.drop("no picture".getBytes(UTF_8), drop.inbox, "disc.jpg");
            drop.awaitResults(1);

            assertThat(cutout).hasContent("of yesterday");
        }
    }

    @Test
    void picturesWhoseNamesDifferHaveCutoutsOfTheirOwn() throws Exception {
        try (FileDropFixture drop = fileDrop(home).start()) {
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "disc.jpg");
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "disc.JPEG");
            TestPictures.drop(TestPictures.png(), drop.inbox, "disc.png");
            TestPictures.drop(TestPictures.png(), drop.inbox, "disc.png.jpg");
            drop.awaitResults(4);

            assertThat(names(drop.outbox))
                    .containsExactlyInAnyOrder("disc.jpg.png", "disc.JPEG.png", "disc.png.png", "disc.png.jpg.png")
                    .allSatisfy(cutout -> assertThat(TestPictures.isCutout(drop.outbox.resolve(cutout)))
                            .isTrue());
            assertThat(names(drop.done)).containsExactlyInAnyOrder("disc.jpg", "disc.JPEG", "disc.png", "disc.png.jpg");
        }
    }

    @Test
    void overwritesWhatAKilledRunLeftBehind() throws Exception {
        Files.createDirectories(home.resolve("outbox"));
        Files.writeString(home.resolve("outbox/.part-disc.jpg"), "half of a cutout, but longer than ".repeat(10_000));
        try (FileDropFixture drop = fileDrop(home).start()) {
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "disc.jpg");
            drop.awaitResults(1);

            assertThat(names(drop.outbox)).containsExactly("disc.jpg.png");
            assertThat(TestPictures.isCutout(drop.outbox.resolve("disc.jpg.png")))
                    .isTrue();
        }
    }

    private static FileDropFixture fileDrop(Path home) {
        return new FileDropFixture(home, emulator);
    }

    private FileDropFixture fileDrop(Map<String, String> more) {
        return new FileDropFixture(home, emulator.baseUrl(), emulator.apiKey(), more);
    }
}
