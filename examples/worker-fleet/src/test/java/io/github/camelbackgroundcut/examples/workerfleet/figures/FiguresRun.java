// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.examples.workerfleet.Fleet;
import io.github.camelbackgroundcut.examples.workerfleet.FleetFixture;
import io.github.camelbackgroundcut.examples.workerfleet.FleetProcess;
import io.github.camelbackgroundcut.examples.workerfleet.Role;
import io.github.camelbackgroundcut.examples.workerfleet.WorkerFleet;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a picture costs one worker, the broker and the database, by {@code ./mvnw verify -Pfleet-figures}. */
class FiguresRun {

    private static final int WARM_UP = Integer.getInteger("figures.warm-up", 100);
    private static final int PICTURES = Integer.getInteger("figures.pictures", 400);
    private static final String HEAP = System.getProperty("figures.heap", "256m");

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({"queue, 100", "queue, 1500", "kafka, 100", "kafka, 1500"})
    void measure(String transport, int width) throws Exception {
        try (FleetFixture around = new FleetFixture(home);
                EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Brokers broker = Brokers.start(transport, home)) {
            around.set("fleet.transport", transport)
                    .set("fleet.database-url", postgres.getJdbcUrl("postgres", "postgres"))
                    .set("fleet.database-user", "postgres");
            broker.settings().forEach(around::set);
            try (Fleet dispatcher = around.start(Role.DISPATCHER);
                    FleetProcess worker = worker(around)) {
                drop(around, "warm-up", WARM_UP, width);
                awaitCutouts(around, WARM_UP);
                Database database = new Database(postgres);
                Usage before = Usage.of(worker, database, broker);
                long start = System.nanoTime();
                drop(around, "measured", PICTURES, width);
                awaitCutouts(around, WARM_UP + PICTURES);
                double seconds = (System.nanoTime() - start) / 1e9;
                int connections = around.emulator.openConnections();
                Usage used = Usage.of(worker, database, broker).minus(before);
                System.out.printf(
                        "%s, %d kB a picture: %.1f pictures/s, %s, %d connections to the service, %d to the database%n",
                        transport,
                        NoisyPictures.jpeg(0, width).length / 1000,
                        PICTURES / seconds,
                        used.perPicture(PICTURES),
                        connections,
                        database.connections());
                assertThat(around.emulator.charges().values()).containsOnly(1);
            }
        }
    }

    private static void drop(FleetFixture around, String name, int pictures, int width) {
        for (int i = 0; i < pictures; i++) {
            around.put("inbox/" + name + "-" + i + ".jpg", NoisyPictures.jpeg(name.hashCode() + i, width));
        }
    }

    private static void awaitCutouts(FleetFixture around, int count) {
        await().pollInterval(200, TimeUnit.MILLISECONDS)
                .atMost(10, TimeUnit.MINUTES)
                .until(() -> around.cutouts().size() >= count);
    }

    private FleetProcess worker(FleetFixture around) throws Exception {
        Path folder = Files.createDirectories(home.resolve("worker"));
        List<String> options = new ArrayList<>(List.of("-Xmx" + HEAP));
        around.settings().forEach((name, value) -> options.add("-D" + name + "=" + value));
        return new FleetProcess(folder, around.environment(), options, WorkerFleet.class, Role.WORKER.text());
    }
}
