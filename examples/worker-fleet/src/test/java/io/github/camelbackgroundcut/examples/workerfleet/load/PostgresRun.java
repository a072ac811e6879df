// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.examples.workerfleet.Fleet;
import io.github.camelbackgroundcut.examples.workerfleet.FleetFixture;
import io.github.camelbackgroundcut.examples.workerfleet.Role;
import io.github.camelbackgroundcut.examples.workerfleet.TestPictures;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database of a fleet on several machines. */
class PostgresRun {

    @TempDir
    private Path folder;

    /** As of several machines: both have the same bytes under another name. */
    @Test
    void workersThatShareItPayOnceForTheSamePicture() throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start();
                FleetFixture around = new FleetFixture(folder)
                        .set("fleet.database-url", database.getJdbcUrl("postgres", "postgres"))
                        .set("fleet.parallel", "1")) {
            around.emulator.setFaults("process.latency=1:300ms");
            try (Fleet dispatcher = around.start(Role.DISPATCHER);
                    Fleet one = around.start(Role.WORKER);
                    Fleet other = around.start(Role.WORKER)) {
                around.put("inbox/twin-1.jpg", TestPictures.jpeg(50));
                around.put("inbox/twin-2.jpg", TestPictures.jpeg(50));

                await().atMost(Duration.ofSeconds(60)).until(() -> around.depth("cutouts") == 2);
            }
            assertThat(around.emulator.charges().values()).containsExactly(1);
        }
    }
}
