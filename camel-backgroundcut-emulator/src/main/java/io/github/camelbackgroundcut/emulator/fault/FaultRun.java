// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A plan at work: decides call by call, and counts what struck.
 *
 * <p>A probability is drawn from the seed, the rule, the call's kind, what the call is about (a path, mostly) and how
 * many such calls about it there were before. So the same calls meet the same faults however many of them run at once,
 * and a call that is tried again draws again. A rule for the next so many calls counts calls as they come.
 *
 * <p>Safe for use by several threads.
 */
public final class FaultRun {

    private final FaultPlan plan;
    private final SeededRandom random;
    private final List<AtomicInteger> callsLeft;
    private final ConcurrentMap<Subject, AtomicInteger> attempts = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> struck = new ConcurrentHashMap<>();

    private record Subject(CallKind kind, String about) {}

    public FaultRun(FaultPlan plan) {
        this.plan = plan;
        this.random = new SeededRandom(plan.seed());
        this.callsLeft = plan.rules().stream()
                .map(rule -> new AtomicInteger(rule.trigger() instanceof Trigger.Next next ? next.calls() : 0))
                .toList();
    }

    public FaultPlan plan() {
        return plan;
    }

    /**
     * A call that came in.
     *
     * @param about the subject of the call, such as the path of its file
     */
    public FaultCall call(CallKind kind, String about) {
        // Nothing to remember while there is nothing to draw.
        int attempt = plan.rules().isEmpty()
                ? 1
                : attempts.computeIfAbsent(new Subject(kind, about), subject -> new AtomicInteger())
                        .incrementAndGet();
        return new FaultCall(this, kind, about, attempt);
    }

    /** How often which fault has struck, such as {@code process.lost}; sorted by name. */
    public Map<String, Integer> struck() {
        Map<String, Integer> counts = new TreeMap<>();
        struck.forEach((name, count) -> counts.put(name, count.get()));
        return counts;
    }

    Optional<InjectedFault> strike(FaultCall call, FaultKind fault) {
        for (int i = 0; i < callsLeft.size(); i++) {
            FaultRule rule = plan.rules().get(i);
            if (rule.fault() == fault && rule.fits(call.kind()) && isDue(rule, callsLeft.get(i), call)) {
                struck.computeIfAbsent(call.kind().text() + "." + fault.text(), name -> new AtomicInteger())
                        .incrementAndGet();
                return Optional.of(new InjectedFault(fault, duration(rule, call)));
            }
        }
        return Optional.empty();
    }

    private boolean isDue(FaultRule rule, AtomicInteger left, FaultCall call) {
        return rule.trigger() instanceof Trigger.Probability probability
                ? fraction(rule.name(), call) < probability.value()
                : left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    private Optional<Duration> duration(FaultRule rule, FaultCall call) {
        return rule.duration().map(range -> range.at(fraction(rule.name() + " duration", call)));
    }

    private double fraction(String what, FaultCall call) {
        return random.fraction(what, call.kind().text(), call.about(), Integer.toString(call.attempt()));
    }
}
