// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From the shortest to the longest duration, both included; the same twice for a fixed one.
 *
 * @param min not negative
 * @param max at least {@code min}, at most one day
 */
public record DurationRange(Duration min, Duration max) {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)");

    /** @throws IllegalArgumentException if the durations are out of range */
    public DurationRange {
        if (min.isNegative() || min.compareTo(max) > 0 || max.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a range goes from a shorter to a longer duration, up to a day");
        }
    }

    /** Reads {@code 200ms}, {@code 2s}, {@code 1m}, or a range such as {@code 50ms-2s}. */
    static DurationRange parse(String text) {
        int dash = text.indexOf('-');
        return dash < 0
                ? new DurationRange(parseDuration(text), parseDuration(text))
                : new DurationRange(parseDuration(text.substring(0, dash)), parseDuration(text.substring(dash + 1)));
    }

    /** The duration at a place of the range, in whole milliseconds. */
    Duration at(double fraction) {
        long span = max.minus(min).toMillis() + 1;
        return min.plusMillis(Math.min((long) (fraction * span), span - 1));
    }

    boolean hasWholeSeconds() {
        return isWhole(min) && isWhole(max);
    }

    /** The text form, which {@link FaultPlan#parse} reads. */
    @Override
    public String toString() {
        return min.equals(max) ? text(min) : text(min) + "-" + text(max);
    }

    private static Duration parseDuration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no duration such as 200ms, 2s or 1m");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    private static String text(Duration duration) {
        return isWhole(duration) ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private static boolean isWhole(Duration duration) {
        return duration.getNano() == 0;
    }
}
