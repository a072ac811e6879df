// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.experiments;

import io.github.camelbackgroundcut.benchmarks.Findings;
import io.github.camelbackgroundcut.benchmarks.FlowClient;
import io.github.camelbackgroundcut.benchmarks.Lab;
import io.github.camelbackgroundcut.benchmarks.Pictures;
import io.github.camelbackgroundcut.benchmarks.Programs;
import io.github.camelbackgroundcut.benchmarks.Result;
import io.github.camelbackgroundcut.benchmarks.Row;
import io.github.camelbackgroundcut.benchmarks.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pictures from a folder through upload, process and download into a folder, by each client in turn. */
final class FlowExperiment implements Experiment {

    private static final String CPU = "cpuMillis";
    private static final String RATE = "picturesPerSecond";
    private static final String COMPILER = "compilerMillis";
    private static final String MEMORY = "peakRssMb";
    private static final String ALLOCATED = "allocatedKb";

    @Override
    public Findings run(Lab lab) throws Exception {
        Map<FlowClient, List<Result>> results = new EnumMap<>(FlowClient.class);
        Pictures pictures = lab.pictures("flow", lab.settings().uploadBytes());
        for (int round = 1; round <= lab.settings().rounds(); round++) {
            for (FlowClient client : lab.settings().clients()) {
                if (client == FlowClient.PYTHON && !PythonPeer.isThere()) {
                    continue;
                }
                Result result = once(lab, pictures, client);
                results.computeIfAbsent(client, name -> new ArrayList<>()).add(result);
                System.err.printf(
                        "  round %d, %s: %.2f ms of CPU a picture, %.0f a second%n",
                        round, client.title(), result.get(CPU), result.get(RATE));
            }
        }
        return new Findings(rows(results, lab.settings().clients()), table(results));
    }

    private static Result once(Lab lab, Pictures pictures, FlowClient client) throws Exception {
        Settings settings = lab.settings();
        Path outbox = pictures.empty("outbox");
        Programs program = client.program()
                .map(main -> Programs.java(main).flags(settings.jvmFlags()))
                .orElseGet(() -> Programs.python(settings.python()));
        Result result = program.arguments(
                        "baseUrl=" + lab.baseUrl(),
                        "concurrency=" + settings.concurrency(),
                        "warmUpInbox=" + pictures.folder("warm-up", settings.warmUp()),
                        "warmUpPictures=" + settings.warmUp(),
                        "inbox=" + pictures.folder("inbox", settings.pictures()),
                        "pictures=" + settings.pictures(),
                        "outbox=" + outbox)
                .run();
        requireWhole(outbox, Math.max(settings.warmUp(), settings.pictures()), settings.downloadBytes());
        return result;
    }

    /** Missing work costs nothing, so the results must exist. */
    private static void requireWhole(Path outbox, int count, long bytes) throws IOException {
        try (Stream<Path> files = Files.list(outbox)) {
            List<Path> results = files.toList();
            for (Path result : results) {
                if (Files.size(result) != bytes) {
                    throw new IOException(result + " has " + Files.size(result) + " bytes instead of " + bytes);
                }
            }
            if (results.size() != count) {
                throw new IOException("There are " + results.size() + " results instead of " + count);
            }
        }
    }

    private static List<Row> rows(Map<FlowClient, List<Result>> results, List<FlowClient> asked) {
        List<Row> rows = new ArrayList<>();
        rows.add(ratio(results, asked, CPU, "CPU time a picture", FlowClient.HAND_TUNED, "≤ 1.10 ×", 1.10));
        rows.add(ratio(results, asked, CPU, "CPU time a picture", FlowClient.ROUTE, "≤ 0.70 ×", 0.70));
        rows.add(ratio(results, asked, CPU, "CPU time a picture", FlowClient.PYTHON, "≤ 0.50 ×", 0.50));
        rows.add(ratio(results, asked, RATE, "pictures a second", FlowClient.HAND_TUNED, "≥ 0.95 ×", 0.95));
        rows.add(ratio(results, asked, MEMORY, "peak resident memory", FlowClient.HAND_TUNED, "≤ 1.5 ×", 1.5));
        return rows;
    }

    private static Row ratio(
            Map<FlowClient, List<Result>> results,
            List<FlowClient> asked,
            String figure,
            String work,
            FlowClient peer,
            String bar,
            double limit) {
        String title = work + " against " + peer.title();
        List<Result> own = results.getOrDefault(FlowClient.COMPONENT, List.of());
        List<Result> others = results.getOrDefault(peer, List.of());
        if (own.isEmpty() || others.isEmpty()) {
            // Only Python may have been asked for in vain.
            String reason = asked.contains(peer) ? PythonPeer.MISSING : "not among the clients";
            return Row.skipped(title, reason, bar);
        }
        // Of each round, since the machine may have been busier in one than in another.
        double ratio = Medians.of(IntStream.range(0, own.size())
                .mapToDouble(i -> own.get(i).get(figure) / others.get(i).get(figure))
                .toArray());
        String measured = String.format("%.2f ×", ratio);
        return bar.startsWith("≥")
                ? Row.atLeast(title, measured, bar, ratio, limit)
                : Row.atMost(title, measured, bar, ratio, limit);
    }

    private static List<String> table(Map<FlowClient, List<Result>> results) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| Client | CPU a picture | JIT compilers, at most | pictures/s | peak memory | allocated a picture |");
        lines.add("|---|---|---|---|---|---|");
        results.forEach((client, rounds) -> lines.add(String.format(
                "| %s | %.2f ms | %s | %.0f | %.0f MB | %s |",
                client.title(),
                Medians.of(rounds, CPU),
                ofJvm(client, "%.2f ms", Medians.of(rounds, COMPILER)),
                Medians.of(rounds, RATE),
                Medians.of(rounds, MEMORY),
                ofJvm(client, "%.0f kB", Medians.of(rounds, ALLOCATED)))));
        lines.add("");
        return lines;
    }

    /** Values of the clients in Java only. */
    private static String ofJvm(FlowClient client, String format, double figure) {
        return client.program().isPresent() ? String.format(format, figure) : "–";
    }
}
