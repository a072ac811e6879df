// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import java.util.Arrays;

/**
 * The colours at both ends of each row. Layers reach from side to side, so both ends of a row are alike but for the light.
 * Where they are not, one of them is a product that the frame cuts off.
 */
final class RowEnds {

    /** Lab units by which the ends of a row may differ more than those of the rows that are most alike. */
    private static final double UNLIKE = 12;
    /** The share of rows, sorted by likeness, whose ends are surely both backdrop. */
    private static final double ALIKE = 0.1;
    /** Fewer rows than this share are the edge of a table that is not quite straight. */
    private static final double FEW = 0.08;

    private final float[][] left;
    private final float[][] right;
    private final int lean;
    private final int from;
    private final int to;

    /** @param lean the right end of the layer at row y of the left end is at row y + lean */
    RowEnds(float[][] left, float[][] right, int lean) {
        this.left = left;
        this.right = right;
        this.lean = lean;
        this.from = Math.max(0, -lean);
        this.to = Math.min(left[0].length, left[0].length - lean);
    }

    /** Puts the colour of the backdrop's end in the place of the product's. */
    void mend() {
        boolean[] unlike = unlike();
        int count = 0;
        for (boolean row : unlike) {
            count += row ? 1 : 0;
        }
        if (count < FEW * unlike.length || count == unlike.length) {
            return;
        }
        boolean leftIsBackdrop = strangeness(left, 0, unlike) < strangeness(right, lean, unlike);
        for (int y = from; y < to; y++) {
            if (unlike[y - from]) {
                for (int c = 0; c < left.length; c++) {
                    if (leftIsBackdrop) {
                        right[c][y + lean] = left[c][y];
                    } else {
                        left[c][y] = right[c][y + lean];
                    }
                }
            }
        }
    }

    private boolean[] unlike() {
        double[] differences = new double[to - from];
        for (int y = from; y < to; y++) {
            differences[y - from] = distance(left, y, right, y + lean);
        }
        double[] sorted = differences.clone();
        Arrays.sort(sorted);
        double limit = sorted[(int) (sorted.length * ALIKE)] + UNLIKE;
        boolean[] unlike = new boolean[differences.length];
        for (int i = 0; i < unlike.length; i++) {
            unlike[i] = differences[i] > limit;
        }
        return unlike;
    }

    /** How far the end's colours in unlike rows are from the nearest of its colours in rows whose ends are alike. */
    private double strangeness(float[][] end, int shift, boolean[] unlike) {
        double sum = 0;
        for (int row = 0; row < unlike.length; row++) {
            if (unlike[row]) {
                double nearest = Double.MAX_VALUE;
                for (int other = 0; other < unlike.length; other++) {
                    if (!unlike[other]) {
                        nearest = Math.min(nearest, distance(end, from + row + shift, end, from + other + shift));
                    }
                }
                sum += nearest;
            }
        }
        return sum;
    }

    private static double distance(float[][] one, int row, float[][] other, int otherRow) {
        double sum = 0;
        for (int c = 0; c < one.length; c++) {
            double difference = one[c][row] - other[c][otherRow];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
