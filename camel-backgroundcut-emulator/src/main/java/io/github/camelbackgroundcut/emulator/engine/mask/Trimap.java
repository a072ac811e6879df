// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.mask;

import io.github.camelbackgroundcut.emulator.engine.backdrop.Border;
import java.util.Arrays;
import org.opencv.imgproc.Imgproc;

/** Makes GrabCut's starting point: what is surely, what is likely object or backdrop. */
public final class Trimap {

    private static final int BINS = 256;

    private Trimap() {}

    /**
     * Splits by saliency.
     *
     * @param threshold where likely object begins; well above it is surely object, well below surely backdrop
     */
    public static byte[] bySaliency(float[] saliency, double threshold, Border border) {
        double surelyBackdrop = threshold * 0.5;
        double surelyObject = threshold + (1 - threshold) * 0.6;
        byte[] trimap = new byte[saliency.length];
        for (int i = 0; i < trimap.length; i++) {
            trimap[i] = (byte) label(saliency[i], surelyBackdrop, threshold, surelyObject);
        }
        for (int pixel : border.pixels()) {
            if (trimap[pixel] != Imgproc.GC_FGD) {
                trimap[pixel] = Imgproc.GC_BGD;
            }
        }
        return trimap;
    }

    private static int label(float value, double surelyBackdrop, double likelyObject, double surelyObject) {
        if (value < surelyBackdrop) {
            return Imgproc.GC_BGD;
        }
        if (value < likelyObject) {
            return Imgproc.GC_PR_BGD;
        }
        return value < surelyObject ? Imgproc.GC_PR_FGD : Imgproc.GC_FGD;
    }

    /** Turns probable backdrop into probable object where there is evidence. Sure pixels stay. */
    public static void markLikely(byte[] trimap, boolean[] evidence) {
        for (int i = 0; i < trimap.length; i++) {
            if (evidence[i] && trimap[i] == Imgproc.GC_PR_BGD) {
                trimap[i] = Imgproc.GC_PR_FGD;
            }
        }
    }

    /** What looks like the backdrop may be seen through a hole, however much it stands out from what is round it. */
    public static void doubt(byte[] trimap, boolean[] glimpse) {
        for (int i = 0; i < trimap.length; i++) {
            if (glimpse[i] && (trimap[i] == Imgproc.GC_FGD || trimap[i] == Imgproc.GC_PR_FGD)) {
                trimap[i] = Imgproc.GC_PR_BGD;
            }
        }
    }

    /** Everything inside the rectangle may be object, everything outside is backdrop. */
    static byte[] byRectangle(int width, int height, int left, int top, int right, int bottom) {
        byte[] trimap = new byte[width * height];
        Arrays.fill(trimap, (byte) Imgproc.GC_BGD);
        for (int y = top; y < bottom; y++) {
            Arrays.fill(trimap, y * width + left, y * width + right, (byte) Imgproc.GC_PR_FGD);
        }
        return trimap;
    }

    /** Otsu's threshold: the split of values from 0 to 1 into the two classes that differ most. */
    public static double otsu(float[] values) {
        int[] histogram = new int[BINS];
        double total = 0;
        for (float value : values) {
            int bin = Math.min(BINS - 1, (int) (value * BINS));
            histogram[bin]++;
            total += bin;
        }
        double below = 0;
        long countBelow = 0;
        double best = -1;
        int threshold = 0;
        for (int bin = 0; bin < BINS - 1; bin++) {
            countBelow += histogram[bin];
            below += (double) bin * histogram[bin];
            long countAbove = values.length - countBelow;
            if (countBelow == 0 || countAbove == 0) {
                continue;
            }
            double difference = below / countBelow - (total - below) / countAbove;
            double variance = difference * difference * countBelow * countAbove;
            if (variance > best) {
                best = variance;
                threshold = bin;
            }
        }
        return (threshold + 1.0) / BINS;
    }
}
