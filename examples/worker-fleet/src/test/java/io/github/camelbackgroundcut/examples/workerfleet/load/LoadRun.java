// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.plan.Plan;
import io.github.camelbackgroundcut.examples.workerfleet.FleetFixture;
import io.github.camelbackgroundcut.examples.workerfleet.FleetProcess;
import io.github.camelbackgroundcut.examples.workerfleet.Role;
import io.github.camelbackgroundcut.examples.workerfleet.TestPictures;
import io.github.camelbackgroundcut.examples.workerfleet.WorkerFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A dispatcher and four workers that are killed again and again, by {@code ./mvnw verify -Pfleet-load}. */
@Isolated
class LoadRun {

    private static final int ALL = 1_500;
    private static final int PICTURES = Integer.getInteger("fleet.pictures", ALL);
    private static final long SEED = Long.getLong("fleet.seed", new Random().nextInt(1_000_000));
    private static final int WORKERS = 4;
    private static final int CALLS_PER_MINUTE = 1_200;
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration AFTER_A_KILL = Duration.ofSeconds(30);

    /** Two in a hundred calls. A 429 that has nothing to do with the plan would teach a pace that is wrong. */
    private static final String FAULTS =
            "all.503=0.005, all.reset-after=0.005, all.truncated=0.005, all.lost=0.005, process.latency=0.5:1ms-50ms";

    /** After which part of the pictures, in percent, a worker is killed. */
    private static final List<Integer> WORKER_KILLS = List.of(5, 10, 15, 42, 44, 46);

    private static final int BROKER_KILL = 40;

    @TempDir
    private Path home;

    private final List<FleetProcess> workers = new ArrayList<>();
    private final Random random = new Random(SEED);

    @Test
    void losesNothingDoublesNothingAndPaysOnce() throws Exception {
        try (FleetFixture around = new FleetFixture(home);
                CallStatistics calls = CallStatistics.begin()) {
            configure(around);
            IntStream.range(0, PICTURES).parallel().forEach(i -> around.put("inbox/" + name(i), TestPictures.jpeg(i)));
            Instant start = Instant.now();
            Instant end = run(around, calls, start);
            report(around, calls, start, end);
        }
    }

    private static void configure(FleetFixture around) {
        around.emulator.setPlan(Plan.unlimited().withRequestsPerMinute(CALLS_PER_MINUTE));
        around.emulator.setFaults("seed=" + SEED + ", " + FAULTS);
        around.set("fleet.parallel", Integer.getInteger("fleet.parallel", 8).toString());
        around.set("fleet.redelivery-delay", "1000");
        around.set("fleet.max-redelivery-delay", "5000");
        // After a kill, a call that was never sent is waited for so long.
        around.set("camel.component.backgroundcut.process-timeout", "10000");
    }

    private Instant run(FleetFixture around, CallStatistics calls, Instant start) throws Exception {
        FleetProcess dispatcher = process(around, Role.DISPATCHER, "dispatcher");
        awaitDispatcher(around);
        for (int i = 0; i < WORKERS; i++) {
            workers.add(process(around, Role.WORKER, "worker-" + i));
        }
        List<Integer> kills = new ArrayList<>(WORKER_KILLS);
        boolean brokerKilled = false;
        Instant end = null;
        try {
            while (around.depth("cutouts") < PICTURES) {
                Thread.sleep(500);
                assertThat(Duration.between(start, Instant.now()))
                        .as("too slow: %s", outputs())
                        .isLessThan(LIMIT);
                int done = 100 * around.emulator.charges().size() / PICTURES;
                if (!kills.isEmpty() && done >= kills.get(0)) {
                    kills.remove(0);
                    int victim = random.nextInt(WORKERS);
                    workers.get(victim).kill();
                    calls.disturbed();
                    workers.set(victim, process(around, Role.WORKER, "worker-" + victim));
                }
                if (!brokerKilled && done >= BROKER_KILL) {
                    brokerKilled = true;
                    dispatcher.kill();
                    calls.disturbed();
                    dispatcher = process(around, Role.DISPATCHER, "dispatcher");
                }
                if (end == null && around.emulator.charges().size() + WORKERS * 8 >= PICTURES) {
                    // From now on some workers have nothing to do.
                    end = Instant.now();
                }
            }
            assertThat(kills).isEmpty();
            assertThat(brokerKilled).isTrue();
            assertThat(workers).allMatch(FleetProcess::isAlive);
            inspect(around);
            return end;
        } finally {
            for (FleetProcess worker : workers) {
                worker.close();
            }
            dispatcher.close();
        }
    }

    private int lost;
    private int doubled;

    private void inspect(FleetFixture around) throws Exception {
        assertThat(around.depth("DLQ.pictures")).isZero();
        List<String> told = new ArrayList<>();
        for (var message : around.drain("cutouts")) {
            told.add(message.getBody(String.class));
        }
        Set<String> once = new HashSet<>(told);
        doubled = told.size() - once.size();
        Set<String> stored = around.cutouts();
        lost = (int) IntStream.range(0, PICTURES)
                .mapToObj(LoadRun::name)
                .filter(name -> !once.contains(name) || !stored.contains(name + "/cutout.png"))
                .count();
    }

    private void report(FleetFixture around, CallStatistics calls, Instant start, Instant end) {
        int chargedTwice = around.emulator.charges().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                - PICTURES;
        CallStatistics.Share share = calls.share(start.plus(FIRST), end, AFTER_A_KILL, CALLS_PER_MINUTE);
        CallStatistics.Share withKills = calls.share(start.plus(FIRST), end, Duration.ZERO, CALLS_PER_MINUTE);
        double perPicture = calls.count() / (double) PICTURES;
        System.out.printf(
                Locale.ROOT,
                "%nLoad run: seed %d (again with -Dfleet.seed=%d), faults %s%n  %d s count, with %d calls granted and %d refused;"
                        + " with those after the kills it is %d s and %.0f%% of the plan%n",
                SEED,
                SEED,
                around.emulator.struckFaults(),
                share.seconds(),
                share.granted(),
                share.refused(),
                withKills.seconds(),
                withKills.ofThePlan());
        System.out.printf(
                Locale.ROOT,
                "fleet: %d pictures, %d s, %.2f requests a picture, %.0f%% of the plan used, %.1f%% answered 429, lost %d,"
                        + " doubled %d, charged twice %d%n",
                PICTURES,
                Duration.between(start, Instant.now()).toSeconds(),
                perPicture,
                share.ofThePlan(),
                share.refusedPercent(),
                lost,
                doubled,
                chargedTwice);
        assertThat(lost).as("lost").isZero();
        assertThat(doubled).as("doubled").isZero();
        assertThat(chargedTwice).as("charged twice").isZero();
        if (PICTURES >= ALL) {
            assertThat(share.ofThePlan()).as("used").isGreaterThanOrEqualTo(95);
            assertThat(share.refusedPercent()).as("answered 429").isLessThanOrEqualTo(2);
            assertThat(perPicture).as("requests a picture").isLessThanOrEqualTo(3.3);
        }
    }

    private void awaitDispatcher(FleetFixture around) throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        while (!around.named().isSet("fleet.broker-url")) {
            assertThat(Instant.now()).as("no dispatcher").isBefore(end);
            Thread.sleep(100);
        }
    }

    private String outputs() {
        StringBuilder all = new StringBuilder();
        for (FleetProcess worker : workers) {
            try {
                String output = worker.output();
                all.append(output, Math.max(0, output.length() - 2_000), output.length());
            } catch (IOException e) {
                all.append(e);
            }
        }
        return all.toString();
    }

    private static String name(int i) {
        return "p" + i + ".jpg";
    }

    private FleetProcess process(FleetFixture around, Role role, String name) throws IOException {
        List<String> options = new ArrayList<>(
                List.of("-Xmx160m", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        around.settings().forEach((key, value) -> options.add("-D" + key + "=" + value));
        return new FleetProcess(
                Files.createDirectories(home.resolve(name)),
                around.environment(),
                options,
                WorkerFleet.class,
                role.text());
    }
}
