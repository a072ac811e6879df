// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.ServiceOrEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program from without: how it starts, ends, and is killed. */
class FileDropProcessIT {

    private static final int PICTURES = 40;

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
    void takesItsSettingsFromTheEnvironment() throws Exception {
        Map<String, String> environment = environment();
        environment.put("FILEDROP_INBOX", "pictures in");
        environment.put("FILEDROP_OUTBOX", home.resolve("pictures out").toString());
        TestPictures.drop(TestPictures.jpeg(), home.resolve("pictures in"), "disc.jpg");
        try (FileDropProcess process = new FileDropProcess(home, environment, FileDrop.class)) {
            await().atMost(60, SECONDS).until(() -> Files.exists(home.resolve("done/disc.jpg")));

            assertThat(TestPictures.isCutout(home.resolve("pictures out/disc.jpg.png")))
                    .isTrue();
            assertThat(process.output())
                    .contains("Service at " + emulator.baseUrl(), "Drop pictures into", "disc.jpg -> ")
                    .doesNotContain(emulator.apiKey());
        }
    }

    @Test
    void endsWithAReasonWhenItCannotStart() throws Exception {
        Files.writeString(home.resolve("inbox"), "a file where the folder should be");
        try (FileDropProcess process = new FileDropProcess(home, environment(), FileDrop.class)) {
            assertThat(process.awaitEnd()).isEqualTo(1);
            assertThat(process.output()).contains("The file drop stops: ", "the folder of inbox");
        }
    }

    @Test
    void leavesNoHalfCutoutUnderAFinalNameWhenItIsKilled() throws Exception {
        for (int i = 0; i < PICTURES; i++) {
            TestPictures.drop(TestPictures.jpeg(), home.resolve("inbox"), "disc-" + i + ".jpg");
        }
        try (FileDropProcess process = new FileDropProcess(home, environment(), FileDrop.class)) {
            Path outbox = home.resolve("outbox");
            await().atMost(60, SECONDS)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> Files.isDirectory(outbox) && names(outbox).size() >= 4);
            process.kill();

            Set<String> waiting = names(home.resolve("inbox"));
            Set<String> cutouts = names(outbox);
            assertThat(names(home.resolve("failed"))).isEmpty();
            for (int i = 0; i < PICTURES; i++) {
                String cutout = "disc-" + i + ".jpg.png";
                if (cutouts.contains(cutout)) {
                    assertThat(TestPictures.isWholePng(outbox.resolve(cutout))).isTrue();
                } else {
                    assertThat(waiting).contains("disc-" + i + ".jpg");
                }
            }
        }
    }

    @Test
    void finishesWhatItIsWorkingOnWhenItIsAskedToEnd() throws Exception {
        interruptAmidPictures(environment());
    }

    @Test
    void finishesItWithItsOwnEmulatorTooAndLeavesNoneOfItsFiles() throws Exception {
        interruptAmidPictures(Map.of("FILEDROP_QUIET_PERIOD", "1", "FILEDROP_DELAY", "100"));

        assertThat(names(home.resolve("tmp"))).noneMatch(name -> name.startsWith("backgroundcut-emulator-"));
    }

    private void interruptAmidPictures(Map<String, String> environment) throws Exception {
        for (int i = 0; i < PICTURES; i++) {
            TestPictures.drop(TestPictures.jpeg(), home.resolve("inbox"), "disc-" + i + ".jpg");
        }
        try (FileDropProcess process = new FileDropProcess(home, environment, FileDrop.class)) {
            await().atMost(60, SECONDS)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> Files.isDirectory(home.resolve("done"))
                            && !names(home.resolve("done")).isEmpty());
            process.interrupt();
            process.awaitEnd();

            assertThat(names(home.resolve("failed"))).isEmpty();
            assertThat(names(home.resolve("outbox")))
                    .hasSameSizeAs(names(home.resolve("done")))
                    .allMatch(name -> name.endsWith(".png") && !name.startsWith("."));
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(
                Map.of(ServiceOrEmulator.API_KEY, emulator.apiKey(), ServiceOrEmulator.BASE_URL, emulator.baseUrl()));
        environment.put("FILEDROP_QUIET_PERIOD", "1");
        environment.put("FILEDROP_DELAY", "100");
        return environment;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
