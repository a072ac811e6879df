// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.observe;

import io.github.camelbackgroundcut.api.ApiCall;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts of all endpoints of a component since it started. */
public final class Counters {

    private final Map<ApiCall, Map<Outcome, LongAdder>> calls = new EnumMap<>(ApiCall.class);
    private final Map<Event, LongAdder> events = new EnumMap<>(Event.class);

    /** How a call ended. */
    public enum Outcome {
        /** With a 2xx status. */
        SUCCEEDED,
        /** With any other status. */
        REFUSED,
        /** Without an answer. */
        LOST;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Events besides calls, with the names of their meters. */
    public enum Event {
        RETRIES("retries", null),
        BYTES_UPLOADED("uploaded", "bytes"),
        BYTES_DOWNLOADED("downloaded", "bytes"),
        /** Process calls that were carried out. */
        PICTURES_PAID("pictures.paid", null),
        /** Pictures with existing results: nothing was paid. */
        PICTURES_REUSED("pictures.reused", null),
        /** Pictures that were paid for again, since the service had lost their results. */
        PICTURES_REPROCESSED("pictures.reprocessed", null),
        /** Uploads that were made again, since the service had lost the first. */
        UPLOADS_HEALED("uploads.healed", null);

        private final String meter;
        private final String unit;

        Event(String meter, String unit) {
            this.meter = meter;
            this.unit = unit;
        }

        /** The meter's base unit; null if it counts things. */
        public String unit() {
            return unit;
        }

        public String meter() {
            return meter;
        }
    }

    public Counters() {
        for (ApiCall call : ApiCall.values()) {
            Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                outcomes.put(outcome, new LongAdder());
            }
            calls.put(call, outcomes);
        }
        for (Event event : Event.values()) {
            events.put(event, new LongAdder());
        }
    }

    public void called(ApiCall call, Outcome outcome) {
        calls.get(call).get(outcome).increment();
    }

    public void count(Event event) {
        events.get(event).increment();
    }

    public void add(Event event, long amount) {
        events.get(event).add(amount);
    }

    public long calls(ApiCall call, Outcome outcome) {
        return calls.get(call).get(outcome).sum();
    }

    public long get(Event event) {
        return events.get(event).sum();
    }

    /** The calls that were made, such as {@code process.succeeded → 12}. */
    public Map<String, Long> calls() {
        Map<String, Long> made = new TreeMap<>();
        calls.forEach((call, outcomes) -> outcomes.forEach((outcome, count) -> {
            if (count.sum() > 0) {
                made.put(call + "." + outcome, count.sum());
            }
        }));
        return made;
    }
}
