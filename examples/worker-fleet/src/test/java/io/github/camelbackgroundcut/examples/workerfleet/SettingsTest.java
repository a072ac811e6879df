// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelbackgroundcut.examples.workerfleet.broker.BrokerConnections;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    private Path folder;

    @Test
    void theEnvironmentGoesBeforeTheDispatchersNotesAndTheProgramBeforeBoth() {
        Map<String, String> here = Map.of("fleet.folder", folder.toString());
        Settings.of(here, Map.of())
                .write(Map.of("fleet.broker-url", "tcp://noted", "fleet.parallel", "5", "fleet.delay", "6"));

        Settings settings = Settings.of(
                Map.of("fleet.folder", folder.toString(), "fleet.delay", "8"),
                Map.of("FLEET_PARALLEL", "7", "FLEET_DELAY", "7"));

        assertThat(settings.get("fleet.broker-url")).isEqualTo("tcp://noted");
        assertThat(settings.number("fleet.parallel")).isEqualTo(7);
        assertThat(settings.number("fleet.delay")).isEqualTo(8);
        assertThat(settings.number("fleet.deliveries")).as("default").isEqualTo(12);
    }

    @Test
    void withoutABrokerTheErrorSaysWhatToDo() {
        Settings settings = Settings.of(Map.of("fleet.folder", folder.toString()), Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerConnections.of(settings))
                .withMessageContaining("FLEET_BROKER_URL");
    }

    @Test
    void anUnknownProtocolIsRefused() {
        Settings settings = Settings.of(
                Map.of("fleet.folder", folder.toString(), "fleet.broker-url", "x://y", "fleet.protocol", "mqtt"),
                Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerConnections.of(settings))
                .withMessageContaining("artemis or amqp");
    }

    @Test
    void theArgumentIsARole() {
        assertThat(Role.of(new String[] {"put-back"})).isEqualTo(Role.PUT_BACK);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Role.of(new String[] {}))
                .withMessageContaining("dispatcher, worker, put-back");
    }
}
