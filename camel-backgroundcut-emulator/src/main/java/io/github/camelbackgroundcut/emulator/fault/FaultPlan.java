// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * The faults to inject. The text form is a list of entries, separated by commas:
 *
 * <pre>
 * seed=7, process.lost=0.04, all.reset-before=0.03, upload.429=2x:5s, all.latency=0.2:50ms-200ms
 * </pre>
 *
 * <ul>
 *   <li>{@code <call>.<fault>=<when>} or {@code <call>.<fault>=<when>:<duration>}: the call is a {@link CallKind} or
 *       {@code all}, the fault a {@link FaultKind}, both by their text names. When is a probability from 0 to 1, or
 *       {@code 2x} for the next 2 such calls. A duration is {@code 200ms}, {@code 2s}, {@code 1m} or a range of them.
 *   <li>{@code seed=<number>}: the seed of the random numbers; 0 if it is not given.
 * </ul>
 *
 * <p>{@link FaultRun} says how a fault is drawn.
 *
 * @param seed  the seed of the random numbers
 * @param rules the faults; of those that a call meets at the same point, the first one strikes
 */
public record FaultPlan(long seed, List<FaultRule> rules) {

    private static final FaultPlan NONE = new FaultPlan(0, List.of());

    public FaultPlan {
        rules = List.copyOf(rules);
    }

    /** No faults. */
    public static FaultPlan none() {
        return NONE;
    }

    /**
     * Reads the text form. A blank text means no faults.
     *
     * @throws IllegalArgumentException if it cannot be read, with a message that quotes the wrong entry
     */
    public static FaultPlan parse(String text) {
        return new FaultPlanParser().parse(text);
    }

    /** The same faults with another seed. */
    public FaultPlan withSeed(long newSeed) {
        return new FaultPlan(newSeed, rules);
    }

    /** Whether there are no faults. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** The text form, which {@link #parse} reads; empty for no faults. */
    @Override
    public String toString() {
        List<String> entries = new ArrayList<>();
        if (seed != 0) {
            entries.add("seed=" + seed);
        }
        rules.forEach(rule -> entries.add(rule.toString()));
        return String.join(", ", entries);
    }
}
