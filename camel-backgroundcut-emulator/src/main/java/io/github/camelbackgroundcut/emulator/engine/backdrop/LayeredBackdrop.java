// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import java.util.Arrays;
import java.util.List;

/**
 * The backdrop as layers from side to side, such as a table before a wall: each row fades from the colour at its left end
 * to the colour at its right end. The edge of a table is seldom quite level, so rows may lean.
 */
public final class LayeredBackdrop {

    /** The strip at each end whose median is the row's colour, as a share of the width. */
    private static final double STRIP = 0.03;
    /** Rows above and below that take part in the median, as a share of the height. */
    private static final double ROWS = 0.008;
    /** How far the right end of a row may be above or below the left end, as a share of the height. */
    private static final double MAX_LEAN = 0.12;
    /** The cost of leaning by one row, in Lab units: a tie goes to level rows. */
    private static final double LEAN_COST = 0.002;

    /** Lab units from which on a difference of two ends does not grow any more: one of them may be an object. */
    private static final double MOST_COST = 25;

    private LayeredBackdrop() {}

    public static BackdropModel fit(LabImage image, Border border) {
        int strip = Math.max(2, (int) (image.width() * STRIP));
        float[][] left = ends(image, 0, strip);
        float[][] right = ends(image, image.width() - strip, image.width());
        int lean = bestLean(left, right, image.height());
        new RowEnds(left, right, lean).mend();
        float[][] planes = new float[3][image.size()];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                float across = x / (float) (image.width() - 1);
                int leftRow = limited(Math.round(y - lean * across), image.height());
                int rightRow = limited(Math.round(y + lean * (1 - across)), image.height());
                for (int c = 0; c < 3; c++) {
                    planes[c][y * image.width() + x] = left[c][leftRow] * (1 - across) + right[c][rightRow] * across;
                }
            }
        }
        return BackdropModel.of(image, List.of(planes), border);
    }

    /** The colour at one end of each row: [channel][row]. */
    private static float[][] ends(LabImage image, int from, int to) {
        int reach = Math.max(1, (int) Math.round(image.height() * ROWS));
        float[][] colours = new float[3][image.height()];
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < image.height(); y++) {
                int first = Math.max(0, y - reach);
                int last = Math.min(image.height() - 1, y + reach);
                float[] values = new float[(last - first + 1) * (to - from)];
                int count = 0;
                for (int row = first; row <= last; row++) {
                    for (int x = from; x < to; x++) {
                        values[count++] = image.channel(c, row * image.width() + x);
                    }
                }
                Arrays.sort(values);
                colours[c][y] = values[count / 2];
            }
        }
        return colours;
    }

    /** The number of rows that layers sink from left to right. */
    private static int bestLean(float[][] left, float[][] right, int height) {
        int limit = (int) (height * MAX_LEAN);
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int lean = -limit; lean <= limit; lean++) {
            double sum = 0;
            int count = 0;
            for (int y = Math.max(0, -lean); y < Math.min(height, height - lean); y++) {
                for (int c = 0; c < 3; c++) {
                    sum += Math.min(MOST_COST, Math.abs(left[c][y] - right[c][y + lean]));
                }
                count++;
            }
            double cost = sum / count + LEAN_COST * Math.abs(lean);
            if (cost < least) {
                least = cost;
                best = lean;
            }
        }
        return best;
    }

    private static int limited(int row, int height) {
        return Math.max(0, Math.min(height - 1, row));
    }
}
