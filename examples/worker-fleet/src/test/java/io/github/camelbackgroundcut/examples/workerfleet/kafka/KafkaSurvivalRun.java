// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kafka;

import static io.github.camelbackgroundcut.examples.workerfleet.kafka.KafkaFleet.GROUP;
import static io.github.camelbackgroundcut.examples.workerfleet.kafka.KafkaFleet.TOPIC;
import static io.github.camelbackgroundcut.examples.workerfleet.kafka.KafkaFleet.cutoutsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.examples.workerfleet.Fleet;
import io.github.camelbackgroundcut.examples.workerfleet.FleetProcess;
import io.github.camelbackgroundcut.examples.workerfleet.Role;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that dies between the payment and the commit. */
class KafkaSurvivalRun {

    @TempDir
    private Path home;

    @Test
    void thePictureIsPaidOnce() throws Exception {
        try (KafkaFleet fleet = new KafkaFleet(home)) {
            fleet.newTest();
            fleet.around.emulator.setFaults("download.latency=1x:1m");
            String name = fleet.send();
            try (FleetProcess worker = fleet.process()) {
                await().atMost(60, TimeUnit.SECONDS).until(() -> fleet.charges().size() == 1);
                worker.kill();
            }
            assertThat(fleet.topics.lag(GROUP, TOPIC)).isEqualTo(1);
            fleet.around.emulator.setFaults("");

            try (Fleet other = fleet.around.start(Role.WORKER)) {
                fleet.awaitCommitted();
            }

            assertThat(fleet.cutouts()).containsExactlyElementsOf(cutoutsOf(name));
            assertThat(fleet.charges()).containsExactly(1);
        }
    }
}
