// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.twins;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Processes that are given the same rounds at the same time, each with a picture that 8 of their messages have; some are killed
 * meanwhile, and get their round again. The service outlives them, and counts what it charges.
 */
final class TwinsRun {

    /** How many rounds: more by {@code ./mvnw verify -Ptwins}. */
    static final int ROUNDS = Integer.getInteger("twins.rounds", 24);

    /** Longer than any call takes, on a busy machine, too; whoever takes over the work of a killed process waits that long. */
    private static final Duration PROCESS_TIMEOUT = Duration.ofMillis(Long.getLong("twins.timeout", 3_000));

    /** A round takes about that long, so that kills fall between any two of its steps. */
    private static final int LATEST_KILL_MILLIS = 900;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final int processes;
    private final double kills;
    private final long seed = Long.getLong("twins.seed", new Random().nextInt(1_000_000));
    private final AtomicInteger killed = new AtomicInteger();
    private final Set<String> answers = ConcurrentHashMap.newKeySet();

    /**
     * @param kills how likely it is that a process is killed in a round
     */
    TwinsRun(Path folder, int processes, double kills) {
        this.folder = folder;
        this.processes = processes;
        this.kills = kills;
    }

    void eachRoundIsPaidOnce(String repository) throws Exception {
        Instant start = Instant.now();
        EmulatorConfiguration configuration = EmulatorConfiguration.builder()
                .engine(new BorderThresholdEngine())
                .storageDirectory(folder)
                .faults("seed=" + seed + ", process.latency=1:20ms-200ms")
                .build();
        try (BackgroundCutEmulator emulator = BackgroundCutEmulator.start(configuration)) {
            List<String> arguments =
                    List.of(emulator.baseUrl(), emulator.apiKey(), "" + PROCESS_TIMEOUT.toMillis(), repository);
            play(arguments);
            String summary = "%d rounds in %d s, %d processes killed %d times, seed %d"
                    .formatted(
                            ROUNDS, Duration.between(start, Instant.now()).toSeconds(), processes, killed.get(), seed);
            System.out.println(summary);
            assertThat(emulator.charges().values().stream()
                            .filter(charges -> charges != 1)
                            .toList())
                    .as("charged otherwise than once: " + summary)
                    .isEmpty();
            assertThat(emulator.charges())
                    .as("works that were charged: " + summary)
                    .hasSize(ROUNDS);
            assertThat(answers).as("different answers: " + summary).isEqualTo(stored(emulator));
        }
    }

    private void play(List<String> arguments) throws Exception {
        CyclicBarrier nextRound = new CyclicBarrier(processes);
        ExecutorService players = Executors.newFixedThreadPool(processes);
        try {
            List<Future<?>> played = new ArrayList<>();
            for (int i = 0; i < processes; i++) {
                String name = "process-" + i;
                Random moments = new Random(seed + i);
                Callable<Void> player = () -> {
                    try (TwinsProcess process = new TwinsProcess(folder, name, arguments)) {
                        for (int round = 0; round < ROUNDS; round++) {
                            nextRound.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                            play(process, round, moments);
                        }
                    }
                    return null;
                };
                played.add(players.submit(player));
            }
            for (Future<?> each : played) {
                each.get();
            }
        } finally {
            players.shutdownNow();
            assertThat(players.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Until all of a round's messages are answered; what a killed process has said counts for nothing. */
    private void play(TwinsProcess process, int round, Random moments) throws Exception {
        Optional<List<String>> said = Optional.empty();
        while (said.isEmpty()) {
            if (!process.isStarted()) {
                process.start();
            }
            process.send(round);
            boolean kill = moments.nextDouble() < kills;
            Duration patience = kill ? Duration.ofMillis(moments.nextInt(LATEST_KILL_MILLIS)) : PATIENCE;
            said = answers(process, patience);
            if (said.isEmpty()) {
                assertThat(kill && process.isStarted()).as("no answer in round " + round + ": " + process.errors()).isTrue();
                process.kill();
                killed.incrementAndGet();
            }
        }
        answers.addAll(said.orElseThrow());
    }

    private static Optional<List<String>> answers(TwinsProcess process, Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        List<String> answers = new ArrayList<>();
        while (answers.size() < TwinsProgram.TWINS) {
            Optional<String> answer = process.answer(Duration.between(Instant.now(), end));
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            answers.add(answer.get());
        }
        return Optional.of(answers);
    }

    /** What the answers are if all got the same, whole bytes: those that the service has. */
    private Set<String> stored(BackgroundCutEmulator emulator) throws Exception {
        Map<String, String> digests = new HashMap<>();
        for (String path : emulator.charges().keySet()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "/v3/files/" + path))
                    .header("Authorization", "Token " + emulator.apiKey())
                    .build();
            digests.put(
                    path,
                    TwinsProgram.digest(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofByteArray())
                            .body()));
        }
        Set<String> stored = new HashSet<>();
        answers.forEach(answer -> {
            String[] words = answer.split(" ");
            stored.add(words[0] + " " + words[1] + " " + digests.get(words[1]));
        });
        return stored;
    }
}
