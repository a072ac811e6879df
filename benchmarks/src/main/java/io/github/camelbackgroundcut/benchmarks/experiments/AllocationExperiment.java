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
                Row.atMost(
                        "allocation for an upload of 2 MB",
                        kilobytes(result, "uploadKb"),
                        "< 200 kB",
                        result.get("uploadKb"),
                        200),
                // A result is plain memory, which the collector owns.
                Row.withoutBar("allocation for a download of 2 MB", kilobytes(result, "downloadKb")),
                Row.withoutBar(
                        "allocation for removeBackground, 2 MB up and 2 MB down",
                        kilobytes(result, "removeBackgroundKb")));
    }

    private static String kilobytes(Result result, String figure) {
        return String.format("%.0f kB", result.get(figure));
    }
}
