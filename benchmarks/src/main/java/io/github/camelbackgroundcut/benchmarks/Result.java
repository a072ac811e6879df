// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The figures that a measured process prints as one line, for the process that started it. */
public record Result(Map<String, Double> figures) {

    private static final String MARK = "RESULT";

    /** Names and figures in turn. */
    public static void print(Object... namesAndFigures) {
        StringBuilder line = new StringBuilder(MARK);
        for (int i = 0; i < namesAndFigures.length; i += 2) {
            double figure = ((Number) namesAndFigures[i + 1]).doubleValue();
            line.append(' ').append(namesAndFigures[i]).append('=').append(String.format(Locale.ROOT, "%.4f", figure));
        }
        System.out.println(line);
    }

    /** The figures in a line of a process's output, if it is that line. */
    static Optional<Result> parse(String line) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String pair : line.substring(MARK.length()).strip().split(" ")) {
            String[] parts = pair.split("=", 2);
            figures.put(parts[0], Double.valueOf(parts[1]));
        }
        return Optional.of(new Result(figures));
    }

    public double get(String name) {
        return figures.getOrDefault(name, Double.NaN);
    }
}
