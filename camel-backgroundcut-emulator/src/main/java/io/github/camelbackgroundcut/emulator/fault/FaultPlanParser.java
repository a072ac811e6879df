// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the text form of a {@link FaultPlan}, once. */
final class FaultPlanParser {

    private static final Pattern SEED = Pattern.compile("seed=(-?\\d+)");
    private static final Pattern RULE = Pattern.compile("([a-z-]+)\\.([a-z0-9-]+)=([^:]+)(?::(.+))?");
    private static final Pattern NEXT = Pattern.compile("(\\d{1,9})x");
    private static final Pattern PROBABILITY = Pattern.compile("\\d+(\\.\\d+)?|\\.\\d+");

    private final List<FaultRule> rules = new ArrayList<>();
    private long seed;

    FaultPlan parse(String text) {
        for (String entry : text.split(",")) {
            if (!entry.isBlank()) {
                read(entry.strip());
            }
        }
        return new FaultPlan(seed, rules);
    }

    private void read(String entry) {
        try {
            Matcher seedEntry = SEED.matcher(entry);
            if (seedEntry.matches()) {
                seed = Long.parseLong(seedEntry.group(1));
            } else {
                rules.add(rule(entry));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("faults: '" + entry + "': the number is too large", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("faults: '" + entry + "': " + e.getMessage(), e);
        }
    }

    private static FaultRule rule(String entry) {
        Matcher matcher = RULE.matcher(entry);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("an entry is such as process.lost=0.04, upload.429=2x:5s or seed=7");
        }
        return new FaultRule(
                call(matcher.group(1)),
                fault(matcher.group(2)),
                trigger(matcher.group(3)),
                Optional.ofNullable(matcher.group(4)).map(DurationRange::parse));
    }

    private static Optional<CallKind> call(String text) {
        if (text.equals(FaultRule.ALL)) {
            return Optional.empty();
        }
        return Optional.of(CallKind.fromText(text)
                .orElseThrow(() -> new IllegalArgumentException("unknown call '" + text + "', known are all, "
                        + Arrays.stream(CallKind.values()).map(CallKind::text).collect(Collectors.joining(", ")))));
    }

    private static FaultKind fault(String text) {
        return FaultKind.fromText(text)
                .orElseThrow(() -> new IllegalArgumentException("unknown fault '" + text + "', known are "
                        + Arrays.stream(FaultKind.values()).map(FaultKind::text).collect(Collectors.joining(", "))));
    }

    private static Trigger trigger(String text) {
        Matcher next = NEXT.matcher(text);
        if (next.matches()) {
            return new Trigger.Next(Integer.parseInt(next.group(1)));
        }
        if (!PROBABILITY.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is neither a probability such as 0.04 nor a number of calls such as 2x");
        }
        return new Trigger.Probability(Double.parseDouble(text));
    }
}
