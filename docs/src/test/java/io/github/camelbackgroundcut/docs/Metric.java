// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A metric of Camel's in Prometheus' words: a sample that an application shows, or what a rule asks for.
 *
 * @param labels each with a regular expression that its value matches
 */
record Metric(String name, Map<String, Pattern> labels) {

    private static final Pattern METRIC = Pattern.compile("\\b(camel_[a-z_]+)(?:\\{([^}]*)})?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=(~?)\"([^\"]*)\"");

    /** All in samples, or in the expression of a rule. Comments of samples are left out. */
    static Stream<Metric> in(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> METRIC.matcher(line).results())
                .map(metric -> new Metric(metric.group(1), labels(metric.group(2) == null ? "" : metric.group(2))));
    }

    private static Map<String, Pattern> labels(String text) {
        return LABEL.matcher(text)
                .results()
                .collect(Collectors.toMap(
                        label -> label.group(1),
                        label -> Pattern.compile(label.group(3), label.group(2).isEmpty() ? Pattern.LITERAL : 0)));
    }

    /** Whether a rule that asks for this one finds that sample. */
    boolean finds(Metric sample) {
        return name.equals(sample.name)
                && labels.entrySet().stream()
                        .allMatch(label -> sample.labels.containsKey(label.getKey())
                                && label.getValue()
                                        .matcher(sample.labels
                                                .get(label.getKey())
                                                .pattern())
                                        .matches());
    }
}
