// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import io.github.camelbackgroundcut.emulator.plan.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Workers that share a limit, each with a pace of its own and more to do than it may, in virtual time: the same seed gives the
 * same calls.
 */
final class FleetSimulation {

    /** The component's default. */
    private static final int CONCURRENT_CALLS = 20;

    private static final double WAY_TO_SERVICE = 0.02;
    private static final double WAY_OF_429 = 0.03;
    private static final double LEARNING = 120;

    /** What happens after some minutes. */
    enum Change {
        NONE,
        A_WORKER_COMES,
        A_WORKER_GOES,
        THE_LIMIT_DOUBLES
    }

    /**
     * What was measured: ten minutes after the first two, or the minute from the second one after the change.
     *
     * @param used how much of the limit, in percent
     * @param refused how many of the requests were answered 429, in percent
     * @param unfairness how far the worker farthest from the mean was from it, as a part of the mean
     */
    record Result(double used, double refused, double unfairness) {}

    private static final double NANOS = 1e9;

    private final IntFunction<RateLimit> limits;
    private final int perMinute;
    private final boolean inWindows;
    private final Random random;
    private final List<Worker> workers = new ArrayList<>();
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingDouble(Event::time).thenComparingLong(Event::order));
    private final Change change;
    private final double changeAt;
    private final double measuredFrom;
    private final double measuredFor;
    private double measuredTo = Double.MAX_VALUE;
    private boolean measuring;
    private RateLimit limit;
    private int granting;
    private double now;
    private long order;
    private int refused;

    /**
     * @param limits makes a limit of so many requests a minute
     * @param inWindows whether minutes are counted from fixed times: such a one is measured, since another has parts of two
     * @param workers before the change
     */
    FleetSimulation(
            IntFunction<RateLimit> limits, int perMinute, boolean inWindows, int workers, Change change, long seed) {
        this.limits = limits;
        this.perMinute = perMinute;
        this.inWindows = inWindows && change != Change.NONE;
        this.change = change;
        setLimit(perMinute);
        random = new Random(seed);
        boolean steady = change == Change.NONE;
        changeAt = steady ? Double.MAX_VALUE : 400 + random.nextDouble() * 60;
        measuredFrom = steady ? LEARNING : changeAt + 120;
        measuredFor = steady ? 600 : 60;
        for (int i = 0; i < workers; i++) {
            begin(random.nextDouble() * 5);
        }
        if (change == Change.A_WORKER_COMES) {
            begin(changeAt);
        }
    }

    Result run() {
        if (change == Change.THE_LIMIT_DOUBLES) {
            schedule(changeAt, () -> setLimit(2 * perMinute));
        }
        while (events.peek().time < measuredTo) {
            Event event = events.remove();
            now = event.time;
            event.action.run();
        }
        int granted = workers.stream().mapToInt(worker -> worker.granted).sum();
        double mean = (double) granted / workers.size();
        double farthest = workers.stream()
                .mapToDouble(worker -> Math.abs(worker.granted - mean))
                .max()
                .orElseThrow();
        double possible = granting * measuredFor / 60;
        return new Result(100 * granted / possible, 100.0 * refused / (granted + refused), farthest / mean);
    }

    private void begin(double at) {
        Worker worker = new Worker(workers.size());
        workers.add(worker);
        for (int i = 0; i < CONCURRENT_CALLS; i++) {
            schedule(at + i * 0.01, worker::nextCall);
        }
    }

    private void schedule(double at, Runnable action) {
        events.add(new Event(at, order++, action));
    }

    private void setLimit(int limitPerMinute) {
        granting = limitPerMinute;
        limit = limits.apply(limitPerMinute);
    }

    private Optional<Duration> ask() {
        Instant time = Instant.ofEpochSecond(0, Math.round(now * NANOS));
        boolean begins = !inWindows || limit.available(time) == granting;
        if (!measuring && now >= measuredFrom && begins) {
            measuring = true;
            measuredTo = now + measuredFor;
        }
        return limit.tryAcquire(time);
    }

    private record Event(double time, long order, Runnable action) {}

    private final class Worker {

        private final int number;
        private final AdaptivePace pace = new AdaptivePace(true, (own, rate) -> {}, () -> Math.round(now * NANOS));
        private int granted;

        Worker(int number) {
            this.number = number;
        }

        private void nextCall() {
            if (change != Change.A_WORKER_GOES || number > 0 || now < changeAt) {
                await(pace.take());
            }
        }

        private void await(AdaptivePace.Turn turn) {
            Duration wait = turn.remaining();
            if (wait.isZero()) {
                long sent = pace.now();
                schedule(now + WAY_TO_SERVICE, () -> arrive(sent));
            } else {
                schedule(now + wait.toNanos() / NANOS, () -> await(turn));
            }
        }

        private void arrive(long sent) {
            Optional<Duration> wait = ask();
            if (wait.isPresent()) {
                refused += measuring ? 1 : 0;
                // Retry-After has whole seconds.
                Duration asked =
                        Duration.ofSeconds(wait.get().plusNanos(999_999_999).toSeconds());
                schedule(now + WAY_OF_429, () -> {
                    pace.refused(sent, asked);
                    nextCall();
                });
            } else {
                granted += measuring ? 1 : 0;
                schedule(now + 0.2 + random.nextDouble(), () -> {
                    pace.granted(sent);
                    nextCall();
                });
            }
        }
    }
}
