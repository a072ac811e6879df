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
import io.github.camelbackgroundcut.benchmarks.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        List<Row> rows = new ArrayList<>();
        List<String> details = new ArrayList<>();
        for (Transport transport : lab.settings().transports()) {
            Map<FlowClient, List<Result>> results = rounds(lab, transport);
            rows.addAll(rows(transport, results));
            details.addAll(table(transport, results));
        }
        return new Findings(rows, details);
    }

    private static Map<FlowClient, List<Result>> rounds(Lab lab, Transport transport) throws Exception {
        Map<FlowClient, List<Result>> results = new EnumMap<>(FlowClient.class);
        Pictures pictures = lab.pictures("flow", lab.settings().uploadBytes());
        for (int round = 1; round <= lab.settings().rounds(); round++) {
            for (FlowClient client : lab.settings().clients()) {
                if (client == FlowClient.PYTHON && !PythonPeer.isThere()) {
                    System.err.println("  " + PythonPeer.MISSING);
                    continue;
                }
                Result result = once(lab, transport, pictures, client);
                results.computeIfAbsent(client, name -> new ArrayList<>()).add(result);
                System.err.printf(
                        "  %s, round %d, %s: %.2f ms of CPU a picture, %.0f a second%n",
                        transport.title(), round, client.title(), result.get(CPU), result.get(RATE));
            }
        }
        return results;
    }

    private static Result once(Lab lab, Transport transport, Pictures pictures, FlowClient client) throws Exception {
        Settings settings = lab.settings();
        Path outbox = pictures.empty("outbox");
        Programs program = client.program()
                .map(main -> Programs.java(main).flags(settings.jvmFlags()))
                .orElseGet(() -> Programs.python(settings.python()));
        Result result = program.trusting(lab.certificate())
                .arguments(
                        "baseUrl=" + lab.baseUrl(transport),
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

    private static List<Row> rows(Transport transport, Map<FlowClient, List<Result>> results) {
        boolean plain = transport == Transport.PLAIN;
        Comparison cpu = new Comparison(transport, results, CPU, "CPU time a picture");
        Comparison memory = new Comparison(transport, results, MEMORY, "peak resident memory");
        return List.of(
                cpu.atMost(FlowClient.PROGRAM, plain ? 1.15 : 1.25),
                cpu.atMost(FlowClient.ROUTE, plain ? 0.65 : 0.95),
                memory.atMost(FlowClient.PROGRAM, 1.5));
    }

    private static List<String> table(Transport transport, Map<FlowClient, List<Result>> results) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| Over " + transport.title()
                        + " | CPU a picture | of the first | JIT compilers, at most | pictures/s | peak memory | allocated a picture |");
        lines.add("|---|---|---|---|---|---|---|");
        results.forEach((client, rounds) -> lines.add(String.format(
                "| %s | %.2f ms | %.2f × | %s | %.0f | %.0f MB | %s |",
                client.title(),
                Medians.of(rounds, CPU),
                Medians.ofRatios(rounds, results.values().iterator().next(), CPU),
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

    /** One figure of the component against the same of its peers. */
    private record Comparison(Transport transport, Map<FlowClient, List<Result>> results, String figure, String work) {

        Row atMost(FlowClient peer, double limit) {
            String title = work + " against " + peer.title() + ", " + transport.title();
            String bar = String.format("≤ %.2f ×", limit);
            List<Result> own = results.getOrDefault(FlowClient.COMPONENT, List.of());
            List<Result> others = results.getOrDefault(peer, List.of());
            if (own.isEmpty() || others.isEmpty()) {
                return Row.skipped(title, "not among the clients", bar);
            }
            double ratio = Medians.ofRatios(own, others, figure);
            return Row.atMost(title, String.format("%.2f ×", ratio), bar, ratio, limit);
        }
    }
}
