// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.experiments;

import io.github.camelbackgroundcut.benchmarks.Findings;
import io.github.camelbackgroundcut.benchmarks.Lab;
import io.github.camelbackgroundcut.benchmarks.Programs;
import io.github.camelbackgroundcut.benchmarks.Result;
import io.github.camelbackgroundcut.benchmarks.Row;
import io.github.camelbackgroundcut.benchmarks.subjects.AllocationSubject;

/** The allocation for a picture in the component and in HttpClient. */
final class AllocationExperiment implements Experiment {

    private static final long BYTES = 2_000_000;

    @Override
    public Findings run(Lab lab) throws Exception {
        Result result = Programs.java(AllocationSubject.class)
                .flags(lab.settings().jvmFlags())
                .arguments(
                        "baseUrl=" + lab.baseUrl(),
                        "bytes=" + BYTES,
                        "picture=" + lab.folder("allocation").resolve("picture.jpg"))
                .run();
        return Findings.of(
                row("allocation for an upload of 2 MB", result.get("uploadKb")),
                row("allocation for a download of 2 MB", result.get("downloadKb")),
                row("allocation for removeBackground, 2 MB up and 2 MB down", result.get("removeBackgroundKb")));
    }

    private static Row row(String work, double kilobytes) {
        return Row.atMost(work, String.format("%.0f kB", kilobytes), "< 200 kB", kilobytes, 200);
    }
}
