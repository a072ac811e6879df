// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A demo's results as lines of text. */
final class ResultTable {

    private static final String ROW = "%%-%ds  %%17s  %%17s  %%6s  %%s";

    private ResultTable() {}

    static List<String> lines(List<SheetEntry> entries) {
        String[][] cells = new String[entries.size() + 1][];
        cells[0] = new String[] {"picture", "in", "out", "ms", ""};
        for (int i = 0; i < entries.size(); i++) {
            cells[i + 1] = cells(entries.get(i));
        }
        int width = 0;
        for (String[] row : cells) {
            width = Math.max(width, row[0].length());
        }
        String format = ROW.formatted(width);
        return Arrays.stream(cells)
                .map(row -> String.format(Locale.ROOT, format, (Object[]) row).stripTrailing())
                .toList();
    }

    private static String[] cells(SheetEntry entry) {
        return new String[] {
            entry.result().picture(),
            entry.sizeBefore().toString(),
            entry.sizeAfter().map(PictureSize::toString).orElse("-"),
            String.valueOf(entry.result().time().toMillis()),
            entry.result().failure().map(reason -> "failed: " + reason).orElse("")
        };
    }
}
