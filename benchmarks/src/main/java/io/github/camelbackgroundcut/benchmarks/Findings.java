// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

import java.util.List;

/**
 * The results of an experiment.
 *
 * @param rows its lines of the table of bars
 * @param details further lines of Markdown, to be printed before it
 */
public record Findings(List<Row> rows, List<String> details) {

    public static Findings of(Row... rows) {
        return new Findings(List.of(rows), List.of());
    }
}
