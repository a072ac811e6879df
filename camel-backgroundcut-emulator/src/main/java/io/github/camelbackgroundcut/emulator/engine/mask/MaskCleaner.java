// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.mask;

import io.github.camelbackgroundcut.emulator.engine.backdrop.Evidence;
import io.github.camelbackgroundcut.emulator.picture.MatScope;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Removes what a contour search leaves behind: threads, crumbs beside the object, and holes that are reflections. */
public final class MaskCleaner {

    /** A part of the object has at least this share of the weightiest part. */
    private static final double PART = 0.12;
    /** A smaller part stays if the evidence is sure of most of it, and it has this many pixels. */
    private static final int SMALLEST_PART = 9;

    private static final double MOSTLY = 0.6;
    /** Holes below this share of the picture are filled. */
    private static final double SMALL_HOLE = 0.004;
    /** Salient holes are filled below this share. */
    private static final double LARGE_HOLE = 0.05;

    private final int width;
    private final int height;
    private final float[] saliency;
    private final Evidence evidence;

    /**
     * @param saliency weighs the parts, and tells holes of the object from glimpses of the backdrop
     * @param evidence keeps small parts and small holes that it is sure of
     */
    public MaskCleaner(int width, int height, float[] saliency, Evidence evidence) {
        this.width = width;
        this.height = height;
        this.saliency = saliency;
        this.evidence = evidence;
    }

    public boolean[] clean(boolean[] object) {
        return fillHoles(keepParts(open(object)));
    }

    private boolean[] open(boolean[] object) {
        try (MatScope scope = new MatScope()) {
            Mat mask = toMat(object, scope);
            Mat element = scope.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(3, 3)));
            Imgproc.morphologyEx(mask, mask, Imgproc.MORPH_OPEN, element);
            return Masks.toArray(mask);
        }
    }

    private boolean[] keepParts(boolean[] object) {
        int[] labels = components(object, 8);
        double[] weights = new double[max(labels) + 1];
        for (int i = 0; i < labels.length; i++) {
            weights[labels[i]] += labels[i] == 0 ? 0 : saliency[i];
        }
        double[] sure = shares(labels, weights.length, evidence.unexplained());
        int[] sizes = sizes(labels, weights.length);
        double best = 0;
        for (double weight : weights) {
            best = Math.max(best, weight);
        }
        boolean[] kept = new boolean[object.length];
        for (int i = 0; i < kept.length; i++) {
            int label = labels[i];
            boolean standsOut = sure[label] > MOSTLY && sizes[label] >= SMALLEST_PART;
            kept[i] = object[i] && (weights[label] >= PART * best || standsOut);
        }
        return kept;
    }

    private boolean[] fillHoles(boolean[] object) {
        boolean[] backdrop = new boolean[object.length];
        double objectSaliency = 0;
        int objectSize = 0;
        for (int i = 0; i < object.length; i++) {
            backdrop[i] = !object[i];
            objectSaliency += object[i] ? saliency[i] : 0;
            objectSize += object[i] ? 1 : 0;
        }
        double salient = objectSize == 0 ? 1 : objectSaliency / objectSize * 0.6;
        int[] labels = components(backdrop, 4);
        int[] sizes = sizes(labels, max(labels) + 1);
        double[] glimpse = shares(labels, sizes.length, evidence.likeBackdrop());
        double[] weights = new double[sizes.length];
        boolean[] open = new boolean[sizes.length];
        for (int i = 0; i < labels.length; i++) {
            weights[labels[i]] += saliency[i];
            int x = i % width;
            int y = i / width;
            open[labels[i]] |= x == 0 || y == 0 || x == width - 1 || y == height - 1;
        }
        boolean[] filled = object.clone();
        for (int i = 0; i < filled.length; i++) {
            int label = labels[i];
            if (label != 0 && !open[label] && glimpse[label] <= MOSTLY) {
                double share = sizes[label] / (double) object.length;
                boolean isSalient = weights[label] / sizes[label] > salient;
                filled[i] = share < SMALL_HOLE || (share < LARGE_HOLE && isSalient);
            }
        }
        return filled;
    }

    /** Labels of connected pixels; 0 where there are none. */
    private int[] components(boolean[] pixels, int connectivity) {
        try (MatScope scope = new MatScope()) {
            Mat labels = scope.mat();
            Imgproc.connectedComponents(toMat(pixels, scope), labels, connectivity, CvType.CV_32S);
            int[] result = new int[pixels.length];
            labels.get(0, 0, result);
            return result;
        }
    }

    private Mat toMat(boolean[] pixels, MatScope scope) {
        return Masks.toMat(pixels, width, height, scope);
    }

    private static int[] sizes(int[] labels, int count) {
        int[] sizes = new int[count];
        for (int label : labels) {
            sizes[label]++;
        }
        return sizes;
    }

    /** For each label the share of its pixels for which that is true. */
    private static double[] shares(int[] labels, int count, boolean[] property) {
        int[] sizes = sizes(labels, count);
        double[] shares = new double[count];
        for (int i = 0; i < labels.length; i++) {
            shares[labels[i]] += property[i] ? 1.0 / sizes[labels[i]] : 0;
        }
        return shares;
    }

    private static int max(int[] values) {
        int max = 0;
        for (int value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
