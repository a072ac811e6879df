// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.twins;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Processes that are given the same pictures at the same time, each in 8 messages; some are killed meanwhile, and get the pictures
 * again. The service outlives them, and counts what it charges.
 */
final class TwinsRun {

    /** As many as a build has time for; 200 by {@code ./mvnw verify -Ptwins}. */
    private static final int PICTURES = Integer.getInteger("twins.pictures", 8);

    private static final int PICTURES_AT_A_TIME = 4;

    /**
     * Long enough for all processes to be at a picture at the same time. Some calls take longer than a killed process needs to come
     * again: it must wait for their results.
     */
    private static final String LATENCY = "process.latency=0.15:1s-3s, process.latency=1:1s-1500ms";

    /** Longer than any call takes on a busy machine: the work of a killed process is taken over after that time. */
    private static final Duration PROCESS_TIMEOUT = Duration.ofSeconds(6);

    /** About as long as the pictures take, so that kills fall between any two steps. */
    private static final int LATEST_KILL_MILLIS = 1_500;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final int processes;
    private final double kills;
    /** What the service speaks; the processes find it out, each time they start. */
    private final Dialect dialect;

    private final long seed = Long.getLong("twins.seed", new Random().nextInt(1_000_000));
    private final AtomicInteger killed = new AtomicInteger();
    /** By process and picture, how many of its messages got which answer. */
    private final Map<String, Map<String, Long>> answers = new ConcurrentHashMap<>();

    /**
     * @param kills how likely it is that a process is killed at its pictures
     */
    TwinsRun(Path folder, int processes, double kills, Dialect dialect) {
        this.folder = folder;
        this.processes = processes;
        this.kills = kills;
        this.dialect = dialect;
    }

    void eachPictureIsPaidOnce(String repository) throws Exception {
        Instant start = Instant.now();
        EmulatorConfiguration configuration = EmulatorConfiguration.builder()
                .engine(new BorderThresholdEngine())
                .storageDirectory(folder)
                .dialect(dialect)
                .faults("seed=" + seed + ", " + LATENCY)
                .build();
        try (BackgroundCutEmulator emulator = BackgroundCutEmulator.start(configuration)) {
            String timeout = String.valueOf(PROCESS_TIMEOUT.toMillis());
            play(List.of(emulator.baseUrl(), emulator.apiKey(), timeout, repository));
            String run = "%d pictures in 8 messages in each of %d processes, killed %d times, %d s, seed %d"
                    .formatted(
                            PICTURES,
                            processes,
                            killed.get(),
                            Duration.between(start, Instant.now()).toSeconds(),
                            seed);
            System.out.println(run);
            // What was stored can be fetched by its path then, whatever was spoken.
            emulator.setDialect(Dialect.BOTH);
            inspect(emulator, run);
        }
    }

    private void inspect(BackgroundCutEmulator emulator, String run) throws Exception {
        assertThat(emulator.charges()).as("outputs that were paid: " + run).hasSize(PICTURES);
        assertThat(emulator.charges())
                .as("how often each was paid: " + run)
                .allSatisfy((path, charges) -> assertThat(charges).isEqualTo(1));
        assertThat(answers).as("answers: " + run).hasSize(PICTURES * processes);
        List<String> stored = new ArrayList<>();
        for (String path : emulator.charges().keySet()) {
            stored.add(path + " " + TwinsProgram.digest(download(emulator, path)));
        }
        assertThat(answers)
                .as("answers: " + run)
                .allSatisfy((picture, said) -> assertThat(said).hasSize(1).allSatisfy((answer, messages) -> {
                    assertThat(stored).contains(answer);
                    assertThat(messages).isEqualTo(TwinsProgram.TWINS);
                }));
    }

    private static byte[] download(BackgroundCutEmulator emulator, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "/v3/files/" + path))
                .header("Authorization", "Token " + emulator.apiKey())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body();
    }

    private void play(List<String> arguments) throws Exception {
        CyclicBarrier together = new CyclicBarrier(processes);
        ExecutorService players = Executors.newFixedThreadPool(processes);
        try {
            List<Future<?>> played = new ArrayList<>();
            for (int i = 0; i < processes; i++) {
                Player player = new Player("process-" + i, new Random(seed + i), together, arguments);
                played.add(players.submit(() -> {
                    player.play();
                    return null;
                }));
            }
            for (Future<?> each : played) {
                each.get();
            }
        } finally {
            players.shutdownNow();
            assertThat(players.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    /** Keeps one of the processes running. */
    private final class Player {

        private final String name;
        private final Random moments;
        private final CyclicBarrier together;
        private final List<String> arguments;

        Player(String name, Random moments, CyclicBarrier together, List<String> arguments) {
            this.name = name;
            this.moments = moments;
            this.together = together;
            this.arguments = arguments;
        }

        void play() throws Exception {
            try (TwinsProcess process = new TwinsProcess(folder, name, arguments)) {
                process.start(PATIENCE);
                for (int first = 0; first < PICTURES; first += PICTURES_AT_A_TIME) {
                    together.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    List<String> pictures = IntStream.range(first, Math.min(first + PICTURES_AT_A_TIME, PICTURES))
                            .mapToObj(String::valueOf)
                            .toList();
                    String said = String.join("\n", answersOf(process, pictures));
                    pictures.forEach(picture -> answers.put(name + " " + picture, countOf(picture, said)));
                }
            }
        }

        /** Lines of a process that was killed are ignored. */
        private List<String> answersOf(TwinsProcess process, List<String> pictures) throws Exception {
            String again = "";
            while (true) {
                if (!process.isStarted()) {
                    process.start(PATIENCE);
                }
                boolean kill = moments.nextDouble() < kills;
                Duration patience = kill ? Duration.ofMillis(moments.nextInt(LATEST_KILL_MILLIS)) : PATIENCE;
                Optional<List<String>> said =
                        process.ask(again + String.join(" ", pictures), pictures.size() * TwinsProgram.TWINS, patience);
                if (said.isPresent()) {
                    return said.get();
                }
                assertThat(kill && process.isStarted())
                        .as("no answer about %s: %s", pictures, process.errors())
                        .isTrue();
                process.kill();
                killed.incrementAndGet();
                again = TwinsProgram.AGAIN;
            }
        }

        private static Map<String, Long> countOf(String picture, String said) {
            return said.lines()
                    .filter(line -> line.startsWith(picture + " "))
                    .map(line -> line.substring(picture.length() + 1))
                    .collect(Collectors.groupingBy(answer -> answer, Collectors.counting()));
        }
    }
}
