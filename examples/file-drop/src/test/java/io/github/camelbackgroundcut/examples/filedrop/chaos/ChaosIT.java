// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small chaos run. */
class ChaosIT {

    @TempDir
    private Path home;

    @Test
    void losesNothingAndPaysOnce() throws Exception {
        long seed = ChaosSettings.seed(RandomGenerator.getDefault());
        ChaosReport report = new ChaosRun(new ChaosSettings(60, 3, seed, Duration.ofMinutes(2)), home).run();

        System.out.println(report.table());
        assertThat(report.found()).as(report.table()).isEmpty();
        assertThat(report.counts()).containsEntry("pictures in", 60);
        assertThat(report.faults()).isNotEmpty();
    }
}
