// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A moment to kill the file drop at: so many pictures are settled, and then some time has passed. By pictures, the kills spread
 * over a run however fast the machine is; the time lets them fall between any two steps, also into a start.
 *
 * @param settled how many pictures have left the inbox
 * @param later how long after that
 */
record Moments(int settled, Duration later) {

    static List<Moments> random(ChaosSettings settings) {
        Random random = new Random(settings.seed());
        return Stream.generate(() -> new Moments(
                        random.nextInt(settings.pictures() * 9 / 10), Duration.ofMillis(random.nextInt(1_500))))
                .limit(settings.kills())
                .sorted((a, b) -> Integer.compare(a.settled(), b.settled()))
                .toList();
    }
}
