// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.experiments;

import io.github.camelbackgroundcut.benchmarks.Result;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The middle of several rounds: one that was disturbed doesn't count. */
final class Medians {

    private Medians() {}

    static double of(List<Result> rounds, String figure) {
        return of(rounds.stream().mapToDouble(round -> round.get(figure)).toArray());
    }

    /** Of each round's ratio, since the machine may have been busier in one than in another. */
    static double ofRatios(List<Result> rounds, List<Result> others, String figure) {
        return of(IntStream.range(0, rounds.size())
                .mapToDouble(i -> rounds.get(i).get(figure) / others.get(i).get(figure))
                .toArray());
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
