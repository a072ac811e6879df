// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.mask;

import io.github.camelbackgroundcut.emulator.engine.backdrop.Symmetric3;
import io.github.camelbackgroundcut.emulator.picture.MatScope;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Turns a hard, small mask into a soft matte of the picture's size with the colour guided filter (He, Sun, Tang 2013): in
 * each neighbourhood the matte is taken to be a linear function of the colour, so that it follows contours and hair that
 * the mask is too coarse for.
 *
 * <p>Following the fast variant of the same authors, the linear functions are found at a moderate size, and it is they
 * that are scaled up, not the matte. All of it happens in tiles, and only in those with a contour.
 */
public final class GuidedMatting {

    private static final int TILE = 192;
    /** How much the colour may vary before it is a contour: variance of values from 0 to 1. */
    private static final double SMOOTHNESS = 1e-4;
    /** The filter leaves a faint haze of this height on both sides; it is cut off. */
    private static final double HAZE = 0.15;
    /** The same for a mask that is soft already: most of what is faint there is meant. */
    private static final double SOFT_HAZE = 0.05;
    /** Of 255: a soft mask that varies less than this around a pixel has no contour there. */
    private static final double EVEN = 24;

    private final Mat picture;
    private final Mat guide;
    private final Mat mask;
    private final Mat band;
    private final int radius;
    private final double haze;

    private GuidedMatting(Mat picture, Mat guide, Mat mask, Mat band, int radius, double haze) {
        this.picture = picture;
        this.guide = guide;
        this.mask = mask;
        this.band = band;
        this.radius = radius;
        this.haze = haze;
    }

    /**
     * @param picture {@code CV_8UC3}
     * @param guide   the same at the size at which the linear functions are found
     * @param coarse  the mask, {@code CV_8UC1}, 0 or 255, of any size up to the guide's
     * @param thin    parts of the object that the mask is too coarse for, of the guide's size
     * @return {@code CV_8UC1} of the picture's size, to be released by the caller
     */
    public static Mat refine(Mat picture, Mat guide, Mat coarse, Optional<Mat> thin) {
        try (MatScope scope = new MatScope()) {
            double scale = guide.cols() / (double) coarse.cols();
            int radius = Math.max(2, (int) Math.round(scale * 1.5));
            Mat mask = scope.mat();
            Imgproc.resize(coarse, mask, guide.size(), 0, 0, Imgproc.INTER_LINEAR);
            thin.ifPresent(parts -> Core.max(mask, parts, mask));
            Mat alpha = scope.mat();
            Imgproc.resize(coarse, alpha, picture.size(), 0, 0, Imgproc.INTER_LINEAR);
            new GuidedMatting(picture, guide, mask, bandAround(mask, radius, scope), radius, HAZE).refineTiles(alpha);
            return scope.handOver(alpha);
        }
    }

    /**
     * The same for a mask that is soft already. Where it changes little, it is only scaled up.
     *
     * @param picture {@code CV_8UC3}
     * @param guide   the same at the size at which the linear functions are found
     * @param soft    the mask, {@code CV_8UC1}, of any size and shape
     * @return {@code CV_8UC1} of the picture's size, to be released by the caller
     */
    public static Mat refineSoft(Mat picture, Mat guide, Mat soft) {
        try (MatScope scope = new MatScope()) {
            double scale = Math.max(guide.cols() / (double) soft.cols(), guide.rows() / (double) soft.rows());
            int radius = Math.max(2, (int) Math.round(scale * 1.5));
            Mat mask = scope.mat();
            Imgproc.resize(soft, mask, guide.size(), 0, 0, Imgproc.INTER_LINEAR);
            Mat alpha = scope.mat();
            Imgproc.resize(soft, alpha, picture.size(), 0, 0, Imgproc.INTER_LINEAR);
            Mat band = bandAround(mask, radius, scope);
            Imgproc.threshold(band, band, EVEN, 255, Imgproc.THRESH_BINARY);
            new GuidedMatting(picture, guide, mask, band, radius, SOFT_HAZE).refineTiles(alpha);
            return scope.handOver(alpha);
        }
    }

    private static Mat bandAround(Mat mask, int radius, MatScope scope) {
        Size window = new Size(2.0 * radius + 1, 2.0 * radius + 1);
        Mat element = scope.own(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, window));
        Mat band = scope.mat();
        Imgproc.morphologyEx(mask, band, Imgproc.MORPH_GRADIENT, element);
        return band;
    }

    private void refineTiles(Mat alpha) {
        for (int y = 0; y < guide.rows(); y += TILE) {
            for (int x = 0; x < guide.cols(); x += TILE) {
                Rect tile = new Rect(x, y, Math.min(TILE, guide.cols() - x), Math.min(TILE, guide.rows() - y));
                try (MatScope scope = new MatScope()) {
                    if (Core.countNonZero(scope.own(band.submat(tile))) > 0) {
                        refineTile(tile, alpha, scope);
                    }
                }
            }
        }
    }

    private void refineTile(Rect tile, Mat alpha, MatScope scope) {
        Rect around = grown(tile, 2 * radius + 2);
        Mat coefficients = coefficients(around, scope);
        Rect target = atFullSize(tile);

        // Pixel centres: x of the guide = (x of the picture + 0.5) * scale - 0.5
        double scaleX = guide.cols() / (double) picture.cols();
        double scaleY = guide.rows() / (double) picture.rows();
        Mat placing = scope.own(new Mat(2, 3, CvType.CV_64F));
        placing.put(0, 0, scaleX, 0, (target.x + 0.5) * scaleX - 0.5 - around.x);
        placing.put(1, 0, 0, scaleY, (target.y + 0.5) * scaleY - 0.5 - around.y);
        Mat upscaled = scope.mat();
        int interpolation = Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP;
        Imgproc.warpAffine(coefficients, upscaled, placing, target.size(), interpolation, Core.BORDER_REPLICATE);
        Mat inBand = scope.mat();
        Imgproc.warpAffine(
                scope.own(band.submat(around)), inBand, placing, target.size(), interpolation, Core.BORDER_REPLICATE);
        apply(upscaled, inBand, scope.own(picture.submat(target)), scope.own(alpha.submat(target)));
    }

    /** The part of the picture that a tile of the guide covers; neighbouring tiles meet without gap or overlap. */
    private Rect atFullSize(Rect tile) {
        int left = (int) ((long) tile.x * picture.cols() / guide.cols());
        int top = (int) ((long) tile.y * picture.rows() / guide.rows());
        int right = (int) ((long) (tile.x + tile.width) * picture.cols() / guide.cols());
        int bottom = (int) ((long) (tile.y + tile.height) * picture.rows() / guide.rows());
        return new Rect(left, top, right - left, bottom - top);
    }

    /** For each pixel the smoothed linear function: three factors for the colour and a constant. */
    private Mat coefficients(Rect area, MatScope outer) {
        try (MatScope scope = new MatScope()) {
            Mat colour = scope.mat();
            scope.own(guide.submat(area)).convertTo(colour, CvType.CV_32F, 1.0 / 255);
            Mat target = scope.mat();
            scope.own(mask.submat(area)).convertTo(target, CvType.CV_32F, 1.0 / 255);
            Mat blue = channel(colour, 0, scope);
            Mat green = channel(colour, 1, scope);
            Mat red = channel(colour, 2, scope);

            float[] meanColour = mean(colour, scope);
            float[] meanTarget = mean(target, scope);
            float[] timesBlue = mean(timesPlane(colour, blue, scope), scope);
            float[] timesGreen = mean(timesPlane(colour, green, scope), scope);
            float[] timesRed = mean(timesPlane(colour, red, scope), scope);
            float[] timesTarget = mean(timesPlane(colour, target, scope), scope);

            float[] result = new float[4 * meanTarget.length];
            for (int i = 0; i < meanTarget.length; i++) {
                fit(i, meanColour, meanTarget, timesBlue, timesGreen, timesRed, timesTarget, result);
            }
            Mat coefficients = outer.own(new Mat(area.height, area.width, CvType.CV_32FC4));
            coefficients.put(0, 0, result);
            Imgproc.blur(coefficients, coefficients, window());
            return coefficients;
        }
    }

    private static void fit(
            int pixel,
            float[] meanColour,
            float[] meanTarget,
            float[] timesBlue,
            float[] timesGreen,
            float[] timesRed,
            float[] timesTarget,
            float[] result) {
        int c = 3 * pixel;
        double b = meanColour[c];
        double g = meanColour[c + 1];
        double r = meanColour[c + 2];
        double t = meanTarget[pixel];
        Symmetric3 inverse = new Symmetric3(
                        timesBlue[c] - b * b + SMOOTHNESS,
                        timesBlue[c + 1] - b * g,
                        timesBlue[c + 2] - b * r,
                        timesGreen[c + 1] - g * g + SMOOTHNESS,
                        timesGreen[c + 2] - g * r,
                        timesRed[c + 2] - r * r + SMOOTHNESS)
                .inverse();
        double covB = timesTarget[c] - b * t;
        double covG = timesTarget[c + 1] - g * t;
        double covR = timesTarget[c + 2] - r * t;
        double factorB = inverse.xx() * covB + inverse.xy() * covG + inverse.xz() * covR;
        double factorG = inverse.xy() * covB + inverse.yy() * covG + inverse.yz() * covR;
        double factorR = inverse.xz() * covB + inverse.yz() * covG + inverse.zz() * covR;
        result[4 * pixel] = (float) factorB;
        result[4 * pixel + 1] = (float) factorG;
        result[4 * pixel + 2] = (float) factorR;
        result[4 * pixel + 3] = (float) (t - factorB * b - factorG * g - factorR * r);
    }

    private void apply(Mat coefficients, Mat inBand, Mat colours, Mat alpha) {
        int width = alpha.cols();
        float[] functions = new float[4 * width];
        byte[] band = new byte[width];
        byte[] bgr = new byte[3 * width];
        byte[] values = new byte[width];
        for (int y = 0; y < alpha.rows(); y++) {
            coefficients.get(y, 0, functions);
            inBand.get(y, 0, band);
            colours.get(y, 0, bgr);
            alpha.get(y, 0, values);
            for (int x = 0; x < width; x++) {
                if (band[x] != 0) {
                    double value = functions[4 * x] * (bgr[3 * x] & 0xff)
                            + functions[4 * x + 1] * (bgr[3 * x + 1] & 0xff)
                            + functions[4 * x + 2] * (bgr[3 * x + 2] & 0xff);
                    values[x] = toAlpha(value / 255 + functions[4 * x + 3]);
                }
            }
            alpha.put(y, 0, values);
        }
    }

    private byte toAlpha(double value) {
        double stretched = (value - haze) / (1 - 2 * haze);
        return (byte) Math.round(255 * Math.max(0, Math.min(1, stretched)));
    }

    private float[] mean(Mat values, MatScope scope) {
        Mat mean = scope.mat();
        Imgproc.blur(values, mean, window());
        float[] result = new float[(int) mean.total() * mean.channels()];
        mean.get(0, 0, result);
        return result;
    }

    private static Mat timesPlane(Mat colour, Mat plane, MatScope scope) {
        Mat product = scope.mat();
        Imgproc.cvtColor(plane, product, Imgproc.COLOR_GRAY2BGR);
        Core.multiply(product, colour, product);
        return product;
    }

    private static Mat channel(Mat colour, int index, MatScope scope) {
        Mat plane = scope.mat();
        Core.extractChannel(colour, plane, index);
        return plane;
    }

    private Size window() {
        return new Size(2.0 * radius + 1, 2.0 * radius + 1);
    }

    private Rect grown(Rect tile, int margin) {
        int left = Math.max(0, tile.x - margin);
        int top = Math.max(0, tile.y - margin);
        int right = Math.min(guide.cols(), tile.x + tile.width + margin);
        int bottom = Math.min(guide.rows(), tile.y + tile.height + margin);
        return new Rect(left, top, right - left, bottom - top);
    }
}
