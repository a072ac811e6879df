// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

/**
 * A line of the table of bars.
 *
 * @param work what was done
 * @param measured what came out, in words
 * @param bar what must come out, in words
 * @param verdict whether it did
 */
public record Row(String work, String measured, String bar, Verdict verdict) {

    /** How it went. */
    public enum Verdict {
        MET("yes"),
        MISSED("**no**"),
        /** A requirement is missing. */
        /** The figure is there to compare with. */
        NO_BAR("–"),
        SKIPPED("not measured");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** A bar for a figure that mustn't be exceeded. */
    public static Row atMost(String work, String measured, String bar, double figure, double limit) {
        return new Row(work, measured, bar, figure <= limit ? Verdict.MET : Verdict.MISSED);
    }

    /** A figure to compare with. */
    public static Row withoutBar(String work, String measured) {
        return new Row(work, measured, "–", Verdict.NO_BAR);
    }

    public static Row skipped(String work, String reason, String bar) {
        return new Row(work, reason, bar, Verdict.SKIPPED);
    }
}
