// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.mask;

import io.github.camelbackgroundcut.emulator.engine.backdrop.WorkingImage;
import io.github.camelbackgroundcut.emulator.picture.MatScope;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** Carries masks between Java arrays and OpenCV. */
public final class Masks {

    private Masks() {}

    /** {@code CV_8UC1} with 255 where true. */
    public static Mat toMat(boolean[] pixels, int width, int height, MatScope scope) {
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (pixels[i] ? 255 : 0);
        }
        Mat mask = scope.own(new Mat(height, width, CvType.CV_8UC1));
        mask.put(0, 0, bytes);
        return mask;
    }

    static boolean[] toArray(Mat mask) {
        byte[] bytes = new byte[(int) mask.total()];
        mask.get(0, 0, bytes);
        boolean[] result = new boolean[bytes.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = bytes[i] != 0;
        }
        return result;
    }

    /** Scales a value for each pixel of one image to the size of another. */
    public static float[] resized(float[] values, WorkingImage from, WorkingImage to) {
        try (MatScope scope = new MatScope()) {
            Mat source = scope.own(new Mat(from.height(), from.width(), CvType.CV_32F));
            source.put(0, 0, values);
            Mat target = scope.mat();
            Imgproc.resize(source, target, to.bgr().size(), 0, 0, Imgproc.INTER_LINEAR);
            float[] result = new float[to.lab().size()];
            target.get(0, 0, result);
            return result;
        }
    }

    public static int count(boolean[] pixels) {
        int count = 0;
        for (boolean pixel : pixels) {
            count += pixel ? 1 : 0;
        }
        return count;
    }
}
