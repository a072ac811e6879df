// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.experiments;

import io.github.camelbackgroundcut.benchmarks.Findings;
import io.github.camelbackgroundcut.benchmarks.Lab;
import io.github.camelbackgroundcut.benchmarks.micro.MakingACall;
import io.github.camelbackgroundcut.benchmarks.micro.ResolvingABody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The cost of the parts of a call, by JMH. They have no bar, and show where to look. */
final class InsideACallExperiment implements Experiment {

    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final int ITERATIONS = 5;

    @Override
    public Findings run(Lab lab) throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ResolvingABody.class.getName())
                        .include(MakingACall.class.getName())
                        .forks(1)
                        .jvmArgsAppend(lab.settings().jvmFlags().toArray(String[]::new))
                        .warmupIterations(ITERATIONS)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(ITERATIONS)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        return new Findings(List.of(), table(results));
    }

    private static List<String> table(Collection<RunResult> results) {
        List<String> lines = new ArrayList<>();
        lines.add("| Inside a call | Time | Allocated |");
        lines.add("|---|---|---|");
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            lines.add(String.format(
                    "| %s | %,.0f ± %,.0f ns | %,.0f bytes |",
                    name(result),
                    time.getScore(),
                    time.getScoreError(),
                    result.getSecondaryResults().get(ALLOCATION).getScore()));
        }
        lines.add("");
        return lines;
    }

    /** Class and method, such as MakingACall.process. */
    private static String name(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        int method = benchmark.lastIndexOf('.');
        return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
    }
}
