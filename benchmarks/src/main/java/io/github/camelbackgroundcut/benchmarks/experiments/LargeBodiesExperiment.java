// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.experiments;

import io.github.camelbackgroundcut.benchmarks.Findings;
import io.github.camelbackgroundcut.benchmarks.Lab;
import io.github.camelbackgroundcut.benchmarks.Programs;
import io.github.camelbackgroundcut.benchmarks.Result;
import io.github.camelbackgroundcut.benchmarks.Row;
import io.github.camelbackgroundcut.benchmarks.subjects.LargeBodiesSubject;
import java.io.IOException;

/** One body of a gigabyte up and one down in a heap of 64 MB: nothing may be held whole. */
final class LargeBodiesExperiment implements Experiment {

    private static final String BAR = "works with -Xmx64m";

    @Override
    public Findings run(Lab lab) throws Exception {
        return Findings.of(row(lab, "file", "a File"), row(lab, "stream", "an InputStream"));
    }

    private static Row row(Lab lab, String kind, String title) throws Exception {
        String work = "1 GB up from " + title + " and 1 GB down";
        try {
            Result result = Programs.java(LargeBodiesSubject.class)
                    .flags("-Xmx64m")
                    .arguments(
                            "baseUrl=" + lab.baseUrl(),
                            "kind=" + kind,
                            "bytes=" + (1L << 30),
                            "folder=" + lab.folder("large"))
                    .run();
            return new Row(
                    work,
                    String.format("%.1f s, peak resident %.0f MB", result.get("seconds"), result.get("peakRssMb")),
                    BAR,
                    Row.Verdict.MET);
        } catch (IOException e) {
            return new Row(work, e.getMessage(), BAR, Row.Verdict.MISSED);
        }
    }
}
