// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.chaos;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How much goes wrong in a run.
 *
 * @param pictures how many are dropped
 * @param kills how often the file drop is killed and started again
 * @param seed decides on the pictures, the faults and the moments of the kills
 * @param limit how long the run may take
 */
record ChaosSettings(int pictures, int kills, long seed, Duration limit) {

    /**
     * Each strikes 3 to 5 of 100 calls that it fits. Early expiry is not among them: a result that is gone has to be paid for
     * again.
     */
    private static final String FAULTS = String.join(
            ", ",
            "all.latency=0.05:20ms-300ms",
            "all.429=0.04:1s",
            "all.503=0.04",
            "all.500=0.03",
            "all.502=0.03",
            "all.504=0.03",
            "all.reset-before=0.04",
            "all.reset-after=0.04",
            "all.reset-mid=0.04",
            "all.truncated=0.04",
            "all.malformed=0.04",
            "all.missing=0.04",
            "all.lost=0.04");

    /** The seed of {@code -Dchaos.seed=...}, else a new one. */
    static long seed(RandomGenerator random) {
        return Optional.ofNullable(System.getProperty("chaos.seed"))
                .filter(text -> !text.isBlank())
                .map(Long::parseLong)
                .orElseGet(() -> random.nextLong(1_000_000));
    }

    String faults() {
        return "seed=" + seed + ", " + FAULTS;
    }
}
