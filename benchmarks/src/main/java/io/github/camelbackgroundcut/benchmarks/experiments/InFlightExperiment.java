// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.experiments;

import io.github.camelbackgroundcut.benchmarks.Findings;
import io.github.camelbackgroundcut.benchmarks.Lab;
import io.github.camelbackgroundcut.benchmarks.Programs;
import io.github.camelbackgroundcut.benchmarks.Result;
import io.github.camelbackgroundcut.benchmarks.Row;
import io.github.camelbackgroundcut.benchmarks.subjects.InFlightSubject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 2,000 process calls at once, each answered after five seconds. */
final class InFlightExperiment implements Experiment {

    private static final int CALLS = 2_000;
    private static final int DELAY_MILLIS = 5_000;
    private static final double LIMIT_SECONDS = 7;
    private static final int PLATFORM_THREADS = 60;
    /** How long the consumer may take to hand all calls over: far less than one call takes. */
    private static final double HAND_OVER_SECONDS = 2.5;

    private static final Path JVM_FOLDER = Path.of("/usr/lib/jvm");

    @Override
    public Findings run(Lab lab) throws Exception {
        String work = "2,000 calls of 5 s in flight, ";
        Result here = once(lab, Path.of(System.getProperty("java.home")), List.of());
        // A plan grants 100 to 200 requests a minute: nobody needs as many platform threads.
        Row seconds = Row.withoutBar(work + "a bounded pool", String.format("%.1f s", here.get("seconds")));
        Row consumer = Row.atMost(
                work + "the consumer's thread",
                String.format(
                        "handed all over within %.2f s, %.0f threads at most",
                        here.get("handOverSeconds"), here.get("platformThreads")),
                "not blocked",
                here.get("handOverSeconds"),
                HAND_OVER_SECONDS);
        Optional<Path> java25 = java25(lab);
        if (java25.isEmpty()) {
            String reason = "no JDK 25: name one with --java25";
            return Findings.of(
                    seconds,
                    consumer,
                    Row.skipped(work + "virtual threads", reason, "≤ 7 s"),
                    Row.skipped(work + "platform threads beside virtual ones", reason, "< 60"));
        }
        Result virtual = once(lab, java25.get(), List.of("-Dcamel.threads.virtual.enabled=true"));
        return Findings.of(
                seconds,
                consumer,
                time(work + "virtual threads", virtual),
                Row.atMost(
                        work + "platform threads beside virtual ones",
                        String.format("%.0f", virtual.get("platformThreads")),
                        "< 60",
                        virtual.get("platformThreads"),
                        PLATFORM_THREADS - 1));
    }

    private static Row time(String work, Result result) {
        double seconds = result.get("seconds");
        return Row.atMost(work, String.format("%.1f s", seconds), "≤ 7 s", seconds, LIMIT_SECONDS);
    }

    private static Result once(Lab lab, Path home, List<String> flags) throws Exception {
        return Programs.java(home, InFlightSubject.class)
                .flags(flags)
                .arguments("baseUrl=" + lab.baseUrl(), "calls=" + CALLS, "delayMillis=" + DELAY_MILLIS)
                .run();
    }

    private static Optional<Path> java25(Lab lab) throws IOException {
        if (lab.settings().java25().isPresent() || !Files.isDirectory(JVM_FOLDER)) {
            return lab.settings().java25();
        }
        try (Stream<Path> homes = Files.list(JVM_FOLDER)) {
            return homes.filter(home -> home.getFileName().toString().contains("25"))
                    .filter(home -> Files.isExecutable(home.resolve("bin").resolve("java")))
                    .findFirst();
        }
    }
}
