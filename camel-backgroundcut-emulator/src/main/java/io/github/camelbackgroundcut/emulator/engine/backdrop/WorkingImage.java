// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import io.github.camelbackgroundcut.emulator.picture.MatScope;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A picture shrunk to the size at which an object is looked for, smoothed without blurring contours: GrabCut's time grows
 * faster than the number of pixels, and noise and weave only mislead it.
 *
 * @param bgr {@code CV_8UC3}, owned by the scope it was made with
 * @param lab the same in Lab
 */
public record WorkingImage(Mat bgr, LabImage lab) {

    private static final int SMOOTHING_DIAMETER = 7;
    private static final double SMOOTHING_COLOUR = 25;
    private static final double SMOOTHING_SPACE = 3;

    /** Shrinks to about this many pixels. Smaller pictures keep their size. */
    public static WorkingImage of(Mat picture, int pixels, MatScope scope) {
        Mat small = shrunk(picture, pixels, scope);
        Mat smooth = scope.mat();
        Imgproc.bilateralFilter(small, smooth, SMOOTHING_DIAMETER, SMOOTHING_COLOUR, SMOOTHING_SPACE);
        return new WorkingImage(smooth, LabImage.of(smooth));
    }

    public static Mat shrunk(Mat picture, int pixels, MatScope scope) {
        double scale = Math.min(1, Math.sqrt(pixels / (double) picture.total()));
        if (scale == 1) {
            return picture;
        }
        Size size = new Size(
                Math.max(1, Math.round(picture.cols() * scale)), Math.max(1, Math.round(picture.rows() * scale)));
        Mat small = scope.mat();
        Imgproc.resize(picture, small, size, 0, 0, Imgproc.INTER_AREA);
        return small;
    }

    public int width() {
        return bgr.cols();
    }

    public int height() {
        return bgr.rows();
    }
}
