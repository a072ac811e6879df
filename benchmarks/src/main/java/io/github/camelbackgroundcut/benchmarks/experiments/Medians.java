// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.experiments;

import io.github.camelbackgroundcut.benchmarks.Result;
import java.util.Arrays;
import java.util.List;

/** The middle of several rounds: one that was disturbed doesn't count. */
final class Medians {

    private Medians() {}

    static double of(List<Result> rounds, String figure) {
        return of(rounds.stream().mapToDouble(round -> round.get(figure)).toArray());
    }

    static double of(double... figures) {
        double[] sorted = Arrays.stream(figures).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
