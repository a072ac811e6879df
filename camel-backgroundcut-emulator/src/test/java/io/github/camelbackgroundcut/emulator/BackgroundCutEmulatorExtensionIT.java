// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BackgroundCutEmulatorExtension.class)
class BackgroundCutEmulatorExtensionIT {

    @Test
    void runsAnEmulatorWithTheDefaults(BackgroundCutEmulator emulator) {
        assertThat(emulator.apiKey()).isEqualTo("emulator-key");
        assertThat(emulator.baseUrl()).isEqualTo("http://127.0.0.1:" + emulator.port());
        assertThat(TestClient.of(emulator).get(TestClient.USAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void faultsCanBeSetInATest(BackgroundCutEmulator emulator) {
        TestClient client = TestClient.of(emulator);
        emulator.setFaults("usage.503=1x");

        assertThat(client.get(TestClient.USAGE).statusCode()).isEqualTo(503);
        assertThat(client.get(TestClient.USAGE).statusCode()).isEqualTo(200);
    }

    @Nested
    class InANestedClass {

        @Test
        void theEmulatorStillRuns(BackgroundCutEmulator emulator) {
            assertThat(TestClient.of(emulator).get(TestClient.USAGE).statusCode())
                    .isEqualTo(200);
        }
    }

    @Nested
    class InAnotherNestedClass {

        @Test
        void theEmulatorStillRuns(BackgroundCutEmulator emulator) {
            assertThat(TestClient.of(emulator).get(TestClient.USAGE).statusCode())
                    .isEqualTo(200);
        }
    }
}
