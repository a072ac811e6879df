// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What a cutout is made of, all of one size.
 *
 * @param bgr   the picture's colours
 * @param matte where the object is; at its soft edge the colours are mixed with the old backdrop
 * @param alpha the matte, or less where the file was transparent; there, colours are not mixed with anything
 */
record Layers(Mat bgr, Mat matte, Mat alpha) {

    static Layers of(Picture picture, AlphaMatte matte, MatScope scope) {
        Optional<Mat> own = picture.ownAlpha();
        if (own.isEmpty()) {
            return new Layers(picture.colours(), matte.mat(), matte.mat());
        }
        Mat alpha = scope.mat();
        Core.min(matte.mat(), own.get(), alpha);
        return new Layers(picture.colours(), matte.mat(), alpha);
    }

    Layers cropped(Rect bounds, MatScope scope) {
        Mat part = scope.own(matte.submat(bounds));
        return new Layers(
                scope.own(bgr.submat(bounds)), part, alpha == matte ? part : scope.own(alpha.submat(bounds)));
    }

    Layers scaled(Size size, MatScope scope) {
        if (bgr.size().equals(size)) {
            return this;
        }
        Mat smallMatte = scaled(matte, size, scope);
        if (alpha == matte) {
            return new Layers(scaled(bgr, size, scope), smallMatte, smallMatte);
        }
        Mat smallAlpha = scaled(alpha, size, scope);
        return new Layers(scaledByAlpha(size, scope), smallMatte, smallAlpha);
    }

    /** Colours of transparent pixels are anything: they must not blend into what can be seen. */
    private Mat scaledByAlpha(Size size, MatScope scope) {
        Mat weights = scope.mat();
        alpha.convertTo(weights, CvType.CV_16U, 257);
        Mat colours = scope.mat();
        Mat threefold = threefold(alpha, scope);
        Core.multiply(bgr, threefold, colours, 1, CvType.CV_16U);
        Mat smallColours = scaled(colours, size, scope);
        Mat smallWeights = threefold(scaled(weights, size, scope), scope);
        Mat result = scope.mat();
        Core.divide(smallColours, smallWeights, result, 257, CvType.CV_8U);
        return result;
    }

    private static Mat threefold(Mat plane, MatScope scope) {
        Mat result = scope.mat();
        Core.merge(List.of(plane, plane, plane), result);
        return result;
    }

    private static Mat scaled(Mat source, Size size, MatScope scope) {
        Mat target = scope.mat();
        Imgproc.resize(source, target, size, 0, 0, Imgproc.INTER_AREA);
        return target;
    }
}
