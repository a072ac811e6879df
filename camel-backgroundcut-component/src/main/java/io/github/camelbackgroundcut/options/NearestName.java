// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.options;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which option a misspelt name means. */
public final class NearestName {

    private NearestName() {}

    /** The name that needs the fewest changes, if those are less than half of its letters. */
    public static Optional<String> of(String misspelt, Collection<String> names) {
        return names.stream()
                .filter(name -> 2 * changes(misspelt, name) < name.length())
                .min(Comparator.<String>comparingInt(name -> changes(misspelt, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance, without upper case and the hyphens of property names. */
    private static int changes(String one, String other) {
        String from = letters(one);
        String to = letters(other);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }

    private static String letters(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
