// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.examples.workerfleet.broker.EmbeddedBroker;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that belongs to nobody of the fleet. */
class BrokerAwayIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void dispatcherAndWorkerGoOnWhenTheBrokerIsBack() throws Exception {
        try (FleetFixture around = new FleetFixture(folder)) {
            EmbeddedBroker broker = EmbeddedBroker.start(around.named(), Hub.freePort());
            around.set("fleet.broker-url", broker.url());
            try (Fleet dispatcher = around.start(Role.DISPATCHER);
                    Fleet worker = around.start(Role.WORKER)) {
                around.put("inbox/before.jpg", TestPictures.jpeg(1));
                await().atMost(LONG).until(() -> around.depth("cutouts") == 1);

                broker.close();
                around.put("inbox/meanwhile.jpg", TestPictures.jpeg(2));
                await().atMost(LONG).until(() -> around.pictures().contains("taken/meanwhile.jpg"));
                broker = EmbeddedBroker.start(
                        around.named(), URI.create(broker.url()).getPort());

                await().atMost(LONG).until(() -> around.depth("cutouts") == 2);
            } finally {
                broker.close();
            }
        }
    }
}
