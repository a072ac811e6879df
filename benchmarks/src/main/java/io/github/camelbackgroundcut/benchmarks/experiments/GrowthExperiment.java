// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.experiments;

import io.github.camelbackgroundcut.benchmarks.Findings;
import io.github.camelbackgroundcut.benchmarks.Lab;
import io.github.camelbackgroundcut.benchmarks.Programs;
import io.github.camelbackgroundcut.benchmarks.Result;
import io.github.camelbackgroundcut.benchmarks.Row;
import io.github.camelbackgroundcut.benchmarks.subjects.GrowthSubject;

/** Whether many pictures take longer, each, than few, and whether anything is left of them in memory. */
final class GrowthExperiment implements Experiment {

    /** Small ones, so that the many don't fill the disk. */
    private static final long PICTURE_BYTES = 200_000;

    private static final long RESULT_BYTES = 100_000;

    /** The difference between two measurements of a heap that does not grow. */
    private static final double HEAP_TOLERANCE_MB = 2;

    @Override
    public Findings run(Lab lab) throws Exception {
        int many = lab.settings().growthPictures();
        int few = many / 10;
        Result result = Programs.java(GrowthSubject.class)
                .flags(lab.settings().jvmFlags())
                .arguments(
                        "baseUrl=" + lab.baseUrl(),
                        "pictureBytes=" + PICTURE_BYTES,
                        "resultBytes=" + RESULT_BYTES,
                        "folder=" + lab.folder("growth"),
                        "few=" + few,
                        "many=" + many)
                .run();
        double ratio = result.get("manySeconds") / result.get("fewSeconds");
        double grown = result.get("heapAtEndMb") - result.get("heapAtFifthMb");
        return Findings.of(
                Row.atMost(
                        String.format("%,d pictures against %,d", many, few),
                        String.format("%.1f ×", ratio),
                        "≤ 10.5 ×",
                        ratio,
                        10.5),
                Row.atMost(
                        String.format("heap in use, from picture %,d to picture %,d", many / 5, many),
                        String.format(
                                "%+.2f MB (%.1f MB), resident %+.0f MB",
                                grown,
                                result.get("heapAtEndMb"),
                                result.get("residentAtEndMb") - result.get("residentAtFifthMb")),
                        "no growth",
                        grown,
                        HEAP_TOLERANCE_MB));
    }
}
