// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.mask;

import io.github.camelbackgroundcut.emulator.picture.MatScope;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.imgproc.Imgproc;

/**
 * Runs GrabCut (Rother, Kolmogorov, Blake 2004) from a trimap: it learns the colours of both sides and finds the cheapest
 * contour between them.
 */
public final class GrabCutSegmenter {

    private GrabCutSegmenter() {}

    /**
     * @param bgr        {@code CV_8UC3}
     * @param trimap     as many values of {@code Imgproc.GC_*} as pixels
     * @param iterations how often colours and contour are improved in turn
     * @return true where the object is; empty if one of the two sides has no pixels
     */
    public static Optional<boolean[]> segment(Mat bgr, byte[] trimap, int iterations) {
        try (MatScope scope = new MatScope()) {
            Mat mask = scope.own(new Mat(bgr.rows(), bgr.cols(), CvType.CV_8UC1));
            mask.put(0, 0, trimap);
            Core.setRNGSeed(1);
            Imgproc.grabCut(bgr, mask, new Rect(), scope.mat(), scope.mat(), iterations, Imgproc.GC_INIT_WITH_MASK);
            byte[] labels = new byte[trimap.length];
            mask.get(0, 0, labels);
            return Optional.of(toObject(labels));
        } catch (CvException e) {
            // GrabCut has no other way to say that it was left without object or without backdrop.
            return Optional.empty();
        }
    }

    private static boolean[] toObject(byte[] labels) {
        boolean[] object = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            object[i] = labels[i] == Imgproc.GC_FGD || labels[i] == Imgproc.GC_PR_FGD;
        }
        return object;
    }
}
