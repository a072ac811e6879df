// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The route with a repository, as on its page: after a restart, it pays for nothing twice. */
@Execution(ExecutionMode.CONCURRENT)
class RestartOfPageRouteIT {

    private static final TrialPicture PICTURE = TrialPicture.GOOD.get(0);
    private static final Path UNDER_WAY = Path.of("work", "under-way.txt");

    @TempDir
    private Path folder;

    private BackgroundCutEmulator emulator;

    @BeforeEach
    void startEmulator() {
        emulator = BackgroundCutEmulator.start(EmulatorConfiguration.builder()
                .engine(new BorderThresholdEngine())
                .closedAtShutdown(false)
                .build());
    }

    @AfterEach
    void stopEmulator() {
        emulator.close();
    }

    @Test
    void whatAKilledRouteHasBegunIsWaitedForAndFetched(@TempDir Path next) throws Exception {
        emulator.setFaults("process.latency=1x:3s");
        try (RouteOnTrial killed = start(folder)) {
            PICTURE.dropInto(folder.resolve("inbox"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.exists(folder.resolve(UNDER_WAY)) && Files.size(folder.resolve(UNDER_WAY)) > 0);
            // A kill at this moment would leave only the files on disk.
            Files.createDirectories(next.resolve("work"));
            Files.copy(folder.resolve(UNDER_WAY), next.resolve(UNDER_WAY));
            try (RouteOnTrial again = start(next)) {
                PICTURE.dropInto(next.resolve("inbox"));
                awaitCutout(next);
            }
        }

        assertThat(emulator.charges().values()).containsExactly(1);
    }

    @Test
    void whatFailedAfterItWasPaidForIsNotPaidForAgain() throws Exception {
        Path inbox = folder.resolve("inbox");
        Path failed = inbox.resolve(".failed").resolve(PICTURE.name());
        emulator.setFaults("download.503=1");
        try (RouteOnTrial route = start(folder)) {
            PICTURE.dropInto(inbox);
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(failed));
        }
        assertThat(emulator.charges().values()).containsExactly(1);
        emulator.setFaults("");

        Files.move(failed, inbox.resolve(PICTURE.name()));
        try (RouteOnTrial again = start(folder)) {
            awaitCutout(folder);
        }

        assertThat(emulator.charges().values()).containsExactly(1);
    }

    private void awaitCutout(Path home) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(home.resolve("inbox/.camel").resolve(PICTURE.name())));
        assertThat(PICTURE.isIn(home.resolve("outbox/red.jpg.png"))).isTrue();
    }

    private RouteOnTrial start(Path home) throws Exception {
        PageSnippet snippet = PageSnippet.routes().stream()
                .filter(route -> route.text().contains("idempotentRepository: \"#underWay\""))
                .findFirst()
                .orElseThrow();
        return RouteOnTrial.start(snippet, home, emulator);
    }
}
