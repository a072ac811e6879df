// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.scene;

import io.github.camelbackgroundcut.emulator.picture.MatScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Puts parts of a product before a backdrop, with the shadow that they cast, and photographs it. */
final class SceneCanvas {

    private record Part(Mat coverage, Mat surface) {}

    private final MatScope scope;
    private final Random random;
    private final Size size;
    private final List<Part> parts = new ArrayList<>();

    SceneCanvas(Size size, Random random, MatScope scope) {
        this.size = size;
        this.random = random;
        this.scope = scope;
    }

    /** Half of the length that sizes of parts are measured by. */
    double unit() {
        return Math.min(size.width, size.height);
    }

    double width() {
        return size.width;
    }

    void part(Material material, UnaryOperator<Stencil> shape) {
        Mat coverage = shape.apply(new Stencil(size, scope)).coverage(scope);
        parts.add(new Part(coverage, material.paint(size, random, scope)));
    }

    Mat backdrop(Material material) {
        return material.paint(size, random, scope);
    }

    /** A second backdrop below a slightly leaning line. */
    Mat table(Mat wall, Material material, double level) {
        double lean = (random.nextDouble() - 0.5) * 0.04;
        Mat coverage = new Stencil(size, scope)
                .polygon(0, level - lean, 1, level + lean, 1, 1.01, 0, 1.01)
                .coverage(scope);
        blend(wall, new Part(coverage, material.paint(size, random, scope)));
        return wall;
    }

    /**
     * Photographs the scene.
     *
     * @param softness the blur of the shadow, as a share of the picture's side
     * @param darkness what of the light the shadow takes, 0 to 1
     */
    Scene photograph(SceneKind kind, int number, Mat backdrop, double softness, double darkness, int jpegQuality) {
        Mat truth = total();
        shade(backdrop, truth, softness, darkness);
        parts.forEach(part -> blend(backdrop, part));
        Mat clean = new Mat();
        backdrop.convertTo(clean, CvType.CV_8U);
        Mat noise = scope.own(new Mat(size, CvType.CV_32FC3));
        Core.setRNGSeed(random.nextInt());
        Core.randn(noise, 0, 2);
        Core.add(backdrop, noise, backdrop);
        Mat noisy = scope.mat();
        backdrop.convertTo(noisy, CvType.CV_8U);
        Mat matte = new Mat();
        truth.convertTo(matte, CvType.CV_8U, 255);
        return new Scene(kind, number, throughJpeg(noisy, jpegQuality), clean, matte);
    }

    private Mat total() {
        Mat through = scope.own(new Mat(size, CvType.CV_32F, Scalar.all(1)));
        Mat opposite = scope.mat();
        for (Part part : parts) {
            Core.subtract(Mat.ones(size, CvType.CV_32F), part.coverage(), opposite);
            Core.multiply(through, opposite, through);
        }
        Mat total = scope.mat();
        Core.subtract(Mat.ones(size, CvType.CV_32F), through, total);
        return total;
    }

    private void shade(Mat backdrop, Mat truth, double softness, double darkness) {
        if (darkness == 0) {
            return;
        }
        Mat move = scope.own(Mat.eye(2, 3, CvType.CV_64F));
        move.put(0, 2, 0.05 * unit());
        move.put(1, 2, 0.03 * unit());
        Mat shadow = scope.mat();
        Imgproc.warpAffine(truth, shadow, move, size, Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE);
        Imgproc.GaussianBlur(shadow, shadow, new Size(), Math.max(0.7, softness * unit()));
        shadow.convertTo(shadow, CvType.CV_32F, -darkness, 1);
        Mat threefold = scope.mat();
        Imgproc.cvtColor(shadow, threefold, Imgproc.COLOR_GRAY2BGR);
        Core.multiply(backdrop, threefold, backdrop);
    }

    private void blend(Mat picture, Part part) {
        Mat coverage = scope.mat();
        Imgproc.cvtColor(part.coverage(), coverage, Imgproc.COLOR_GRAY2BGR);
        Mat difference = scope.mat();
        Core.subtract(part.surface(), picture, difference);
        Core.multiply(difference, coverage, difference);
        Core.add(picture, difference, picture);
    }

    private Mat throughJpeg(Mat picture, int quality) {
        MatOfByte file = scope.own(new MatOfByte());
        Imgcodecs.imencode(".jpg", picture, file, new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality));
        return Imgcodecs.imdecode(file, Imgcodecs.IMREAD_COLOR);
    }
}
