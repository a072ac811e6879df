// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault;

import java.util.Optional;

/**
 * One entry of a fault plan.
 *
 * @param call     the calls that it can strike; empty for all that the fault fits
 * @param fault    what goes wrong
 * @param trigger  when
 * @param duration how long {@link FaultKind#LATENCY} takes; the {@code Retry-After} of a 429 or 503, in whole seconds,
 *                 and no such header if empty; nothing else has one
 */
public record FaultRule(Optional<CallKind> call, FaultKind fault, Trigger trigger, Optional<DurationRange> duration) {

    static final String ALL = "all";

    /** @throws IllegalArgumentException if the parts do not go together */
    public FaultRule {
        if (call.isPresent() && !fault.fits(call.get())) {
            throw new IllegalArgumentException("the fault " + fault.text() + " does not fit the call "
                    + call.get().text());
        }
        if (duration.isEmpty() && fault.duration() == FaultKind.Duration.REQUIRED) {
            throw new IllegalArgumentException("the fault " + fault.text() + " needs a duration");
        }
        if (duration.isPresent() && fault.duration() == FaultKind.Duration.NONE) {
            throw new IllegalArgumentException("the fault " + fault.text() + " has no duration");
        }
        if (fault.isStatus() && !duration.map(DurationRange::hasWholeSeconds).orElse(true)) {
            throw new IllegalArgumentException("Retry-After is in whole seconds");
        }
    }

    boolean fits(CallKind kind) {
        return fault.fits(kind) && call.map(kind::equals).orElse(true);
    }

    /** The call and the fault, without the trigger: such as {@code process.lost}. */
    String name() {
        return call.map(CallKind::text).orElse(ALL) + "." + fault.text();
    }

    /** The text form, which {@link FaultPlan#parse} reads. */
    @Override
    public String toString() {
        return name() + "=" + trigger + duration.map(range -> ":" + range).orElse("");
    }
}
