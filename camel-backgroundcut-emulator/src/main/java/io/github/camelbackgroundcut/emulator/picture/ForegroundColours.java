// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import io.github.camelbackgroundcut.emulator.picture.colour.Despill;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Takes the old backdrop out of the colours at the object's soft edge. A half transparent pixel of a photo is a mix of
 * object and backdrop; put on a new background as it is, it would leave a fringe.
 *
 * <p>The two colours behind such a pixel are guessed from its neighbourhood: the mean of what is surely object and of what
 * is surely backdrop. What the mix of both does not explain is detail of the object, and is kept. Only tiles that hold an
 * edge are worked on. Where nothing of the object is near, the colour becomes black: invisible, and small in a PNG.
 */
final class ForegroundColours {

    private static final int TILE = 256;
    private static final double NOTHING_NEAR = 1e-6;
    /** The window whose middle is deep inside the object if all of it is object. */
    private static final Size RIM = new Size(5, 5);

    private static final double SHALLOW = 0.01;
    private static final int LEAST_RADIUS = 6;

    private ForegroundColours() {}

    /**
     * @param bgr   {@code CV_8UC3}, not changed
     * @param alpha {@code CV_8UC1} of the same size
     * @return the object's colours, {@code CV_8UC3}, owned by the scope
     */
    static Mat estimate(Mat bgr, Mat alpha, MatScope scope) {
        Mat result = scope.own(bgr.clone());
        estimateTiles(bgr, alpha, result);
        return result;
    }

    /**
     * The same with the matte as the fourth channel, {@code CV_8UC4}. Made in one go: at 12 megapixels each further copy of
     * the picture costs as much time as all its edges.
     */
    static Mat estimateWithAlpha(Mat bgr, Mat alpha, MatScope scope) {
        Mat result = scope.mat();
        Imgproc.cvtColor(bgr, result, Imgproc.COLOR_BGR2BGRA);
        estimateTiles(bgr, alpha, result);
        Core.insertChannel(alpha, result, 3);
        return result;
    }

    private static void estimateTiles(Mat bgr, Mat alpha, Mat result) {
        int radius = Math.max(LEAST_RADIUS, (int) Math.round(Math.hypot(bgr.cols(), bgr.rows()) * 0.003));
        for (int y = 0; y < bgr.rows(); y += TILE) {
            for (int x = 0; x < bgr.cols(); x += TILE) {
                Rect tile = new Rect(x, y, Math.min(TILE, bgr.cols() - x), Math.min(TILE, bgr.rows() - y));
                estimateTile(bgr, alpha, result, tile, radius);
            }
        }
    }

    private static void estimateTile(Mat bgr, Mat alpha, Mat result, Rect tile, int radius) {
        try (MatScope scope = new MatScope()) {
            Rect around = grown(tile, radius, bgr);
            Mat nearAlpha = scope.own(alpha.submat(around));
            Mat target = scope.own(result.submat(tile));
            Core.MinMaxLocResult range = Core.minMaxLoc(nearAlpha);
            if (range.maxVal == 0) {
                target.setTo(Scalar.all(0));
            } else if (range.minVal < 255) {
                Mat colours = unmix(scope.own(bgr.submat(around)), nearAlpha, radius, scope);
                Rect inner = new Rect(tile.x - around.x, tile.y - around.y, tile.width, tile.height);
                put(scope.own(colours.submat(inner)), target);
            }
        }
    }

    private static void put(Mat colours, Mat target) {
        if (target.channels() == 4) {
            Imgproc.cvtColor(colours, target, Imgproc.COLOR_BGR2BGRA);
        } else {
            colours.copyTo(target);
        }
    }

    private static Mat unmix(Mat bgr8, Mat alpha8, int radius, MatScope scope) {
        Mat colours = scope.mat();
        bgr8.convertTo(colours, CvType.CV_32F);
        Mat alpha = scope.mat();
        alpha8.convertTo(alpha, CvType.CV_32F, 1.0 / 255);
        Mat opposite = scope.mat();
        alpha8.convertTo(opposite, CvType.CV_32F, -1.0 / 255, 1);

        Mat deep = scope.mat();
        Imgproc.erode(alpha, deep, scope.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, RIM)));
        Mat object = meanColour(colours, sureness(deep, alpha, scope), radius, scope);
        Mat backdrop = meanColour(colours, sureness(opposite, opposite, scope), radius, scope);
        Mat objectMean = scope.own(object.clone());
        Mat backdropMean = scope.own(backdrop.clone());
        Mat alpha3 = threefold(alpha, scope);
        Mat opposite3 = threefold(opposite, scope);

        // detail = colour - (alpha * object + (1 - alpha) * backdrop); result = object + alpha * detail
        Core.multiply(backdrop, opposite3, backdrop);
        Core.subtract(colours, backdrop, colours);
        Core.multiply(colours, alpha3, colours);
        Mat share = scope.mat();
        Core.multiply(alpha3, alpha3, share);
        Core.multiply(share, object, share);
        Core.subtract(colours, share, colours);
        Core.add(colours, object, colours);
        Despill.apply(colours, objectMean, backdropMean, deep);
        Mat result = scope.mat();
        colours.convertTo(result, CvType.CV_8U);
        return result;
    }

    /** The fourth power lets the sure pixels decide. What is not deep inside counts where nothing else is near. */
    private static Mat sureness(Mat deep, Mat weights, MatScope scope) {
        Mat sure = scope.mat();
        Core.pow(deep, 4, sure);
        Mat shallow = scope.mat();
        Core.pow(weights, 4, shallow);
        Core.addWeighted(sure, 1, shallow, SHALLOW, 0, sure);
        return sure;
    }

    /** The mean colour around each pixel. */
    private static Mat meanColour(Mat colours, Mat sure, int radius, MatScope scope) {
        Size window = new Size(2.0 * radius + 1, 2.0 * radius + 1);
        Mat sum = scope.mat();
        Core.multiply(colours, threefold(sure, scope), sum);
        Imgproc.blur(sum, sum, window);
        Imgproc.blur(sure, sure, window);
        Core.add(sure, Scalar.all(NOTHING_NEAR), sure);
        Core.divide(sum, threefold(sure, scope), sum);
        return sum;
    }

    private static Mat threefold(Mat plane, MatScope scope) {
        Mat result = scope.mat();
        Imgproc.cvtColor(plane, result, Imgproc.COLOR_GRAY2BGR);
        return result;
    }

    private static Rect grown(Rect tile, int margin, Mat limits) {
        int left = Math.max(0, tile.x - margin);
        int top = Math.max(0, tile.y - margin);
        int right = Math.min(limits.cols(), tile.x + tile.width + margin);
        int bottom = Math.min(limits.rows(), tile.y + tile.height + margin);
        return new Rect(left, top, right - left, bottom - top);
    }
}
