// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The check of the real service, against the emulator. */
class LiveCheckIT {

    @ParameterizedTest
    @EnumSource
    void theEmulatorKeepsToTheContract(Dialect dialect) throws IOException {
        try (BackgroundCutEmulator emulator = emulator(dialect)) {
            List<LiveCheck.Row> rows = LiveCheck.run(URI.create(emulator.baseUrl()), emulator.apiKey());

            assertThat(rows)
                    .extracting(LiveCheck.Row::call)
                    .containsExactly("upload", "process", "token", "download", "segment", "usage");
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.status()).isEqualTo(200);
                assertThat(row.differences()).isEmpty();
                assertThat(row.dialect()).contains(dialect == Dialect.KEYS ? "keys" : "paths");
            });
            assertThat(emulator.charges().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isBetween(1, LiveCheck.MAX_CREDITS);
        }
    }

    @Test
    void aRefusalIsALineOfTheTable() throws IOException {
        try (BackgroundCutEmulator emulator = emulator(Dialect.BOTH)) {
            List<LiveCheck.Row> rows = LiveCheck.run(URI.create(emulator.baseUrl()), "another-key");

            assertThat(rows).extracting(LiveCheck.Row::call).containsExactly("upload", "token", "usage");
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.status()).isEqualTo(401);
                assertThat(row.differences()).hasSize(1);
                assertThat(row.toString()).doesNotContain("another-key");
            });
        }
    }

    @Test
    void aFaultOfOneCallLeavesTheOthers() throws IOException {
        try (BackgroundCutEmulator emulator = emulator(Dialect.BOTH)) {
            emulator.setFaults("segment.503=1x");

            assertThat(LiveCheck.run(URI.create(emulator.baseUrl()), emulator.apiKey()))
                    .extracting(LiveCheck.Row::status)
                    .containsExactly(200, 200, 200, 200, 503, 200);
        }
    }

    private static BackgroundCutEmulator emulator(Dialect dialect) {
        return BackgroundCutEmulator.start(
                EmulatorConfiguration.builder().dialect(dialect).build());
    }
}
