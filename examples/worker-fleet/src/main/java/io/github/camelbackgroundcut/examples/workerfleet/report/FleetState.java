// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbackgroundcut.examples.workerfleet.broker.BrokerConnections;
import io.github.camelbackgroundcut.examples.workerfleet.broker.Queues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** How the fleet is: what its workers have told, and how long the queues are. */
public final class FleetState {

    /** A worker that has told nothing for so long is gone. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Function<String, OptionalLong> depth;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Latest> workers = new TreeMap<>();
    private final Deque<Totals> lastMinute = new ArrayDeque<>();

    private record Latest(WorkerReport report, Instant time) {}

    /** @param calls that the service has granted */
    private record Totals(Instant time, long pictures, long calls) {}

    public FleetState(BrokerConnections broker) {
        this(broker::depth, Clock.systemUTC());
    }

    FleetState(Function<String, OptionalLong> depth, Clock clock) {
        this.depth = depth;
        this.clock = clock;
    }

    /** A worker has told something. */
    public void received(String report) throws JsonProcessingException {
        WorkerReport latest = JSON.readValue(report, WorkerReport.class);
        Instant now = clock.instant();
        lock.lock();
        try {
            workers.put(latest.worker(), new Latest(latest, now));
            lastMinute.addLast(
                    new Totals(now, sum(WorkerReport::pictures), sum(told -> told.calls() - told.refused())));
            while (lastMinute.getFirst().time().isBefore(now.minus(MINUTE))) {
                lastMinute.removeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    /** As JSON, for the page. */
    public String show() throws JsonProcessingException {
        Map<String, Object> state = new LinkedHashMap<>();
        put(state, "waiting", depth.apply(Queues.PICTURES));
        put(state, "cutouts", depth.apply(Queues.CUTOUTS));
        put(state, "dead", depth.apply(Queues.DEAD_LETTERS));
        lock.lock();
        try {
            state.putAll(told());
        } finally {
            lock.unlock();
        }
        return JSON.writeValueAsString(state);
    }

    private Map<String, Object> told() {
        Instant now = clock.instant();
        Map<String, Object> told = new HashMap<>();
        told.put("pictures", sum(WorkerReport::pictures));
        told.put("failures", sum(WorkerReport::failures));
        told.put("credits", sum(WorkerReport::credits));
        told.put("picturesPerMinute", perMinute(Totals::pictures));
        long calls = perMinute(Totals::calls);
        told.put("callsPerMinute", calls);
        long granted = workers.values().stream()
                .filter(worker -> isThere(worker, now))
                .mapToLong(worker -> worker.report().pace())
                .sum();
        if (granted > 0) {
            told.put("share", Math.min(100, 100 * calls / granted));
        }
        List<Map<String, Object>> all = new ArrayList<>();
        workers.values().forEach(worker -> all.add(Map.of("alive", isThere(worker, now), "report", worker.report())));
        told.put("workers", all);
        return told;
    }

    private static boolean isThere(Latest worker, Instant now) {
        return worker.time().isAfter(now.minus(SILENCE));
    }

    private long sum(ToLongFunction<WorkerReport> number) {
        return workers.values().stream()
                .mapToLong(worker -> number.applyAsLong(worker.report()))
                .sum();
    }

    private long perMinute(ToLongFunction<Totals> number) {
        if (lastMinute.size() < 2) {
            return 0;
        }
        Totals first = lastMinute.getFirst();
        Totals last = lastMinute.getLast();
        long millis = Duration.between(first.time(), last.time()).toMillis();
        return millis == 0 ? 0 : (number.applyAsLong(last) - number.applyAsLong(first)) * MINUTE.toMillis() / millis;
    }

    private static void put(Map<String, Object> state, String name, OptionalLong number) {
        number.ifPresent(value -> state.put(name, value));
    }
}
