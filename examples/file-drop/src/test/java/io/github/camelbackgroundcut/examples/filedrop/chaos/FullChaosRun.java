// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chaos run, by {@code ./mvnw verify -Pchaos}; too long for each build. */
class FullChaosRun {

    private static final int PICTURES = Integer.getInteger("chaos.pictures", 2_000);
    private static final int KILLS = Integer.getInteger("chaos.kills", 10);

    @TempDir
    private Path home;

    @Test
    void losesNothingAndPaysOnce() throws Exception {
        long seed = ChaosSettings.seed(RandomGenerator.getDefault());
        ChaosReport report = new ChaosRun(new ChaosSettings(PICTURES, KILLS, seed, Duration.ofMinutes(15)), home).run();

        System.out.println(report.table());
        assertThat(report.found()).as(report.table()).isEmpty();
        assertThat(report.counts()).containsEntry("pictures in", PICTURES);
        assertThat(report.faults()).isNotEmpty();
    }
}
