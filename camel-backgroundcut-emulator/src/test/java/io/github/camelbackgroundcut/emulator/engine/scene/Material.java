// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.scene;

import io.github.camelbackgroundcut.emulator.picture.MatScope;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A surface: a colour, a light that falls on it from a side, blotches and grain.
 *
 * @param colour  blue, green, red
 * @param fall    by how much the light changes from side to side, in values of 255
 * @param blotch  the deviation of large, soft spots
 * @param grain   the deviation of a fine texture
 * @param stripes the depth of stripes; 0 for none
 */
record Material(Scalar colour, double fall, double blotch, double grain, double stripes) {

    static Material of(int blue, int green, int red) {
        return new Material(new Scalar(blue, green, red), 40, 5, 3, 0);
    }

    Material withFall(double other) {
        return new Material(colour, other, blotch, grain, stripes);
    }

    Material withStripes(double depth) {
        return new Material(colour, fall, blotch, grain, depth);
    }

    /** {@code CV_32FC3} of that size, owned by the scope. */
    Mat paint(Size size, Random random, MatScope scope) {
        Mat surface = scope.own(new Mat(size, CvType.CV_32FC3, colour));
        add(surface, light(size, random, scope), scope);
        add(surface, noise(size, 12, blotch, random, scope), scope);
        add(surface, noise(size, (int) (size.width / 3), grain, random, scope), scope);
        if (stripes > 0) {
            int step = (int) Math.max(4, size.width / 40);
            for (int x = 0; x + step / 2 < size.width; x += step) {
                Mat stripe = scope.own(surface.submat(new Rect(x, 0, step / 2, (int) size.height)));
                Core.subtract(stripe, Scalar.all(stripes), stripe);
            }
        }
        return surface;
    }

    private Mat light(Size size, Random random, MatScope scope) {
        Mat corners = scope.own(new Mat(2, 2, CvType.CV_32F));
        double across = fall * (random.nextDouble() - 0.5);
        double down = fall * (0.5 + random.nextDouble() / 2);
        corners.put(0, 0, across / 2, -across / 2, across / 2 - down, -across / 2 - down);
        return resized(corners, size, scope);
    }

    private static Mat noise(Size size, int cells, double deviation, Random random, MatScope scope) {
        int columns = Math.max(2, cells);
        Mat small = scope.own(new Mat((int) Math.max(2, columns * size.height / size.width), columns, CvType.CV_32F));
        Core.setRNGSeed(random.nextInt());
        Core.randn(small, 0, deviation);
        return resized(small, size, scope);
    }

    private static Mat resized(Mat small, Size size, MatScope scope) {
        Mat large = scope.mat();
        Imgproc.resize(small, large, size, 0, 0, Imgproc.INTER_LINEAR);
        return large;
    }

    private static void add(Mat surface, Mat plane, MatScope scope) {
        Mat threefold = scope.mat();
        Imgproc.cvtColor(plane, threefold, Imgproc.COLOR_GRAY2BGR);
        Core.add(surface, threefold, surface);
    }
}
