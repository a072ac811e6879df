// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.examples.workerfleet.DyingWorker;
import io.github.camelbackgroundcut.examples.workerfleet.FleetFixture;
import io.github.camelbackgroundcut.examples.workerfleet.FleetProcess;
import io.github.camelbackgroundcut.examples.workerfleet.Role;
import io.github.camelbackgroundcut.examples.workerfleet.TestPictures;
import io.github.camelbackgroundcut.examples.workerfleet.WorkerFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that die between the payment and the commit. */
class SurvivalRun {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    /** The database has forgotten the payment by then: that the message was delivered before is all that is left. */
    @Test
    void theBrokerAndAWorkerDieBeforeTheCommitAndThePictureIsPaidOnce() throws Exception {
        try (FleetFixture around = new FleetFixture(home)) {
            around.put("inbox/mug.jpg", TestPictures.jpeg(1));
            FleetProcess dispatcher = process(around, "dispatcher", WorkerFleet.class, Role.DISPATCHER.text());
            try {
                await().atMost(LONG).until(() -> around.named().isSet("fleet.broker-url"));
                try (FleetProcess dying =
                        process(around, "dying", DyingWorker.class, String.valueOf(dispatcher.pid()))) {
                    assertThat(dying.awaitEnd()).as(dying.output()).isEqualTo(137);
                }
                assertThat(around.emulator.charges()).hasSize(1);
                dispatcher.awaitEnd();

                dispatcher = process(around, "dispatcher", WorkerFleet.class, Role.DISPATCHER.text());
                try (FleetProcess worker = process(around, "worker", WorkerFleet.class, Role.WORKER.text())) {
                    await().atMost(LONG).until(() -> around.depth("cutouts") == 1);
                    assertThat(around.depth("pictures")).isZero();
                }
            } finally {
                dispatcher.close();
            }
            assertThat(around.emulator.charges().values()).containsExactly(1);
        }
    }

    private FleetProcess process(FleetFixture around, String name, Class<?> mainClass, String... arguments)
            throws IOException {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        around.settings().forEach((key, value) -> options.add("-D" + key + "=" + value));
        return new FleetProcess(
                Files.createDirectories(home.resolve(name)), around.environment(), options, mainClass, arguments);
    }
}
