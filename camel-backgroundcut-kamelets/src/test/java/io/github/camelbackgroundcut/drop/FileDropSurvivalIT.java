// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import static io.github.camelbackgroundcut.drop.FileDropFixture.names;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outages, stops and starts, in small and one at a time; the chaos run has them all at once. */
class FileDropSurvivalIT {

    @TempDir
    private Path home;

    private BackgroundCutEmulator emulator;

    @BeforeEach
    void startEmulator() {
        emulator = BackgroundCutEmulator.start();
    }

    @AfterEach
    void stopEmulator() {
        emulator.close();
    }

    @Test
    void waitsAnOutageOut() throws Exception {
        emulator.setFaults("all.503=12x");
        try (FileDropFixture drop = fileDrop(Map.of()).start()) {
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "disc.jpg");
            drop.awaitResults(1);

            assertThat(emulator.struckFaults().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(12);
            assertThat(names(drop.outbox)).containsExactly("disc.jpg.png");
            assertThat(names(drop.failed)).isEmpty();
        }
    }

    @Test
    void saysThatThePictureIsFineWhenAnOutageTakesTooLong() throws Exception {
        emulator.setFaults("all.503=1");
        try (FileDropFixture drop = fileDrop(Map.of("retries", "1")).start()) {
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "disc.jpg");
            drop.awaitResults(1);

            assertThat(names(drop.failed)).containsExactlyInAnyOrder("disc.jpg", "disc.jpg.txt");
            assertThat(drop.failed.resolve("disc.jpg.txt")).content(UTF_8).contains("The picture is fine");
        }
    }

    @Test
    void leavesThePictureInTheInboxWhenItIsStoppedInAnOutage() throws Exception {
        emulator.setFaults("all.503=1");
        try (FileDropFixture drop = fileDrop(Map.of()).start()) {
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "disc.jpg");
            await().atMost(30, SECONDS)
                    .until(() -> emulator.struckFaults().values().stream().anyMatch(count -> count > 4));
        }

        assertThat(names(home.resolve("inbox"))).containsExactly("disc.jpg");
        assertThat(names(home.resolve("inbox/.failed"))).isEmpty();
    }

    @Test
    void doesNotTryAgainWithoutCredits() throws Exception {
        emulator.setPlan(Plan.unlimited().withCredits(0));
        try (FileDropFixture drop = fileDrop(Map.of()).start()) {
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "disc.jpg");
            drop.awaitResults(1);

            assertThat(drop.failed.resolve("disc.jpg.txt")).content(UTF_8).contains("402", "Buy credits");
        }
    }

    @Test
    void fetchesWhatAnEarlierRunHasPaidFor() throws Exception {
        Path inbox = home.resolve("inbox");
        Path underWay = inbox.resolve(".process-calls");
        emulator.setFaults("download.latency=1x:1000ms");
        String remembered;
        try (FileDropFixture drop = fileDrop(Map.of()).start()) {
            TestPictures.drop(TestPictures.jpeg(), inbox, "disc.jpg");
            await().atMost(30, SECONDS).until(() -> Files.exists(underWay) && Files.size(underWay) > 0);
            remembered = Files.readString(underWay);
            drop.awaitResults(1);
        }
        // As if it had been killed just before it wrote the cutout.
        Files.writeString(underWay, remembered);
        Files.delete(home.resolve("outbox/disc.jpg.png"));
        Files.move(home.resolve("inbox/.done/disc.jpg"), inbox.resolve("disc.jpg"), StandardCopyOption.ATOMIC_MOVE);
        try (FileDropFixture drop = fileDrop(Map.of()).start()) {
            drop.awaitResults(1);
        }

        assertThat(TestPictures.isCutout(home.resolve("outbox/disc.jpg.png"))).isTrue();
        assertThat(emulator.charges().values()).containsExactly(1);
    }

    @Test
    void remembersNoProcessCallOfADonePicture() throws Exception {
        try (FileDropFixture drop = fileDrop(Map.of()).start()) {
            TestPictures.drop(TestPictures.jpeg(), drop.inbox, "disc.jpg");
            drop.awaitResults(1);
        }

        assertThat(home.resolve("inbox/.process-calls")).isEmptyFile();
    }

    @Test
    void refusesToShareItsFolders() throws Exception {
        try (FileDropFixture first = fileDrop(Map.of()).start();
                FileDropFixture second = fileDrop(Map.of())) {
            assertThatThrownBy(second::start).hasStackTraceContaining("uses the repository");
        }
    }

    private FileDropFixture fileDrop(Map<String, String> more) {
        return new FileDropFixture(home, emulator.baseUrl(), emulator.apiKey(), more);
    }
}
