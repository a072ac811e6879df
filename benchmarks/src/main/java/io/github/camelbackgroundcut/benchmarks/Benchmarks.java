// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

import io.github.camelbackgroundcut.benchmarks.experiments.Experiments;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the component beside its peers and prints a table. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures the component beside code written by hand, and prints a table as Markdown.")
public final class Benchmarks implements Callable<Integer> {

    @Option(names = "--mode", description = "quick or full: how many pictures and rounds, unless these are given.")
    private Mode mode = Mode.quick;

    @Option(names = "--only", split = ",", description = "What to measure: ${COMPLETION-CANDIDATES}. All by default.")
    private List<Experiments> only = List.of(Experiments.values());

    @Option(names = "--clients", split = ",", description = "The clients of the flow: ${COMPLETION-CANDIDATES}.")
    private List<FlowClient> clients = List.of(FlowClient.values());

    @Option(names = "--transports", split = ",", description = "What the flow runs over: ${COMPLETION-CANDIDATES}.")
    private List<Transport> transports = List.of(Transport.values());

    @Option(names = "--upload-bytes", description = "The size of a picture.")
    private long uploadBytes = 2_000_000;

    @Option(names = "--download-bytes", description = "The size of a result.")
    private long downloadBytes = 1_000_000;

    @Option(names = "--concurrency", description = "Pictures at a time.")
    private int concurrency = 4;

    @Option(names = "--pictures", description = "Pictures in a round, by default as the mode says.")
    private Optional<Integer> pictures = Optional.empty();

    @Option(names = "--warm-up", description = "Pictures before what is measured, by default as the mode says.")
    private Optional<Integer> warmUp = Optional.empty();

    @Option(names = "--rounds", description = "Rounds of the flow, by default as the mode says.")
    private Optional<Integer> rounds = Optional.empty();

    @Option(names = "--jvm-flags", split = " ", description = "Flags for each measured JVM.")
    private List<String> jvmFlags = List.of();

    @Option(names = "--java25", description = "The home of a JDK 25, for virtual threads; looked for by default.")
    private Optional<Path> java25 = Optional.empty();

    @Option(names = "--work", required = true, description = "A folder for the pictures; emptied first.")
    private Path work;

    @Option(names = "--python", required = true, description = "The script of the integration guide's flow.")
    private Path python;

    public static void main(String[] args) {
        CommandLine commands = new CommandLine(new Benchmarks()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(commands.execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = new Settings(
                uploadBytes,
                downloadBytes,
                concurrency,
                pictures.orElse(mode.pictures()),
                warmUp.orElse(mode.warmUp()),
                rounds.orElse(mode.rounds()),
                mode.growthPictures(),
                mode.startRounds(),
                transports,
                clients,
                jvmFlags.stream().filter(flag -> !flag.isBlank()).toList(),
                java25,
                python);
        Report report = new Report(settings);
        try (Lab lab = Lab.open(settings, work)) {
            for (Experiments experiment : only) {
                report.progress("Measuring: " + experiment.title());
                report.add(experiment.run(lab));
            }
        }
        report.print();
        return 0;
    }
}
