// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.chaos;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run came to.
 *
 * @param settings what was asked for
 * @param counts by what was counted, in the order of the table
 * @param defects the same, of what must be 0; each with the names it was found at
 * @param faults how often which fault struck
 * @param time how long it took
 */
record ChaosReport(
        ChaosSettings settings,
        Map<String, Integer> counts,
        Map<String, List<String>> defects,
        Map<String, Integer> faults,
        Duration time) {

    private static final int NAMES_SHOWN = 5;

    /** What must be empty and isn't, with some of the names. */
    Map<String, List<String>> found() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        defects.forEach((what, names) -> {
            if (!names.isEmpty()) {
                found.put(what, names.subList(0, Math.min(NAMES_SHOWN, names.size())));
            }
        });
        return found;
    }

    String table() {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                Locale.ROOT,
                "%nChaos run: seed %d (again with -Dchaos.seed=%d), %d kills, %d faults, %d s%n",
                settings.seed(),
                settings.seed(),
                settings.kills(),
                faults.values().stream().mapToInt(Integer::intValue).sum(),
                time.toSeconds()));
        counts.forEach((what, count) -> table.append(line(what, count)));
        defects.forEach((what, names) -> table.append(line(what, names.size())));
        table.append("  faults: ")
                .append(byKind().entrySet().stream()
                        .map(fault -> fault.getKey() + " " + fault.getValue())
                        .collect(Collectors.joining(", ")))
                .append(System.lineSeparator());
        return table.toString();
    }

    private Map<String, Integer> byKind() {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        faults.forEach((name, count) -> kinds.merge(name.substring(name.indexOf('.') + 1), count, Integer::sum));
        return kinds;
    }

    private static String line(String what, int count) {
        return String.format(Locale.ROOT, "  %-26s %6d%n", what, count);
    }
}
