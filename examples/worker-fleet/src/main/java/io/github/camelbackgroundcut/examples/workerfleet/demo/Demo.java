// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.demo;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.ServiceOrEmulator;
import io.github.camelbackgroundcut.emulator.plan.Plan;
import io.github.camelbackgroundcut.examples.workerfleet.Fleet;
import io.github.camelbackgroundcut.examples.workerfleet.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A dispatcher in this process, three workers in processes of their own, and the sample pictures. */
public final class Demo {

    private static final int WORKERS = 3;
    private static final int CALLS_PER_MINUTE = 600;

    private final Path home;
    private final List<Path> pictures;

    private Demo(Path home, List<Path> pictures) {
        this.home = home;
        this.pictures = pictures;
    }

    /** @param arguments the folder of the sample pictures, and the one for all that a run makes */
    public static void main(String[] arguments) {
        int status;
        try {
            Path samples = Path.of(arguments[0]).toAbsolutePath().normalize();
            Path home = Path.of(arguments[1]).toAbsolutePath().normalize();
            status = new Demo(home, picturesIn(samples)).run() ? 0 : 1;
        } catch (Exception | LinkageError e) {
            System.err.println("The demo stops: " + e.getMessage());
            status = 1;
        }
        // Threads that a half-done start has left behind must not keep the process alive.
        System.exit(status);
    }

    private boolean run() throws Exception {
        empty(home);
        boolean real =
                !System.getenv().getOrDefault(ServiceOrEmulator.API_KEY, "").isBlank();
        try (Closing emulator = new Closing(real ? Optional.empty() : Optional.of(emulator()))) {
            Map<String, String> environment = emulator.environment();
            System.out.println(
                    real
                            ? ServiceOrEmulator.choose(System.getenv()).description()
                            : "Emulator at " + environment.get(ServiceOrEmulator.BASE_URL) + ", which grants "
                                    + CALLS_PER_MINUTE + " calls a minute (set " + ServiceOrEmulator.API_KEY
                                    + " to use the real service)");
            return cutOut(environment);
        }
    }

    private boolean cutOut(Map<String, String> environment) throws Exception {
        Map<String, String> settings = settings();
        List<WorkerProcess> workers = new ArrayList<>();
        try (Fleet dispatcher = new Fleet(Role.DISPATCHER, settings, environment)) {
            dispatcher.start();
            System.out.println("The fleet: " + dispatcher.page() + "/");
            for (int number = 1; number <= WORKERS; number++) {
                workers.add(new WorkerProcess("worker-" + number, home, settings, environment));
            }
            try (Results results = new Results(dispatcher.settings(), pictures.size(), workers)) {
                results.drop(pictures);
                results.await();
                System.out.println();
                results.table(dispatcher::state).forEach(System.out::println);
                System.out.println();
                System.out.println(
                        "All cutouts: " + results.fetch(home.resolve("cutouts")).toUri());
                return results.isComplete();
            }
        } finally {
            workers.forEach(WorkerProcess::close);
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("fleet.folder", home.resolve("work").toString());
        settings.put("fleet.page-port", "0");
        settings.put("fleet.delay", "500");
        settings.put("fleet.report-period", "500");
        settings.put("fleet.parallel", "2");
        return settings;
    }

    private static BackgroundCutEmulator emulator() {
        return BackgroundCutEmulator.start(EmulatorConfiguration.builder()
                .plan(Plan.unlimited().withRequestsPerMinute(CALLS_PER_MINUTE))
                .build());
    }

    /** The emulator, if there is one, and how others find it. */
    private record Closing(Optional<BackgroundCutEmulator> emulator) implements AutoCloseable {

        Map<String, String> environment() {
            return emulator.map(started -> Map.of(
                            ServiceOrEmulator.API_KEY, started.apiKey(),
                            ServiceOrEmulator.BASE_URL, started.baseUrl()))
                    .orElse(System.getenv());
        }

        @Override
        public void close() {
            emulator.ifPresent(BackgroundCutEmulator::close);
        }
    }

    private static List<Path> picturesIn(Path samples) throws IOException {
        try (Stream<Path> files = Files.list(samples)) {
            List<Path> pictures = files.filter(file -> file.toString().endsWith(".jpg"))
                    .filter(file -> !file.getFileName().toString().startsWith("before-after"))
                    .sorted()
                    .toList();
            if (pictures.isEmpty()) {
                throw new IOException("No sample pictures in " + samples);
            }
            return pictures;
        }
    }

    private static void empty(Path root) throws IOException {
        Files.createDirectories(root);
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                // The log of this very process.
                if (!path.equals(root) && !path.getFileName().toString().startsWith("demo.log")) {
                    Files.delete(path);
                }
            }
        }
    }
}
