// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.scene;

import io.github.camelbackgroundcut.emulator.picture.MatScope;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A shape, drawn twice as large as it will be, so that its edge is exact when it is scaled down. Coordinates are shares of
 * the picture's width and height, thicknesses and radii pixels of the finished picture.
 */
final class Stencil {

    private static final int OVERSAMPLING = 2;

    private final Size size;
    private final Mat large;

    Stencil(Size size, MatScope scope) {
        this.size = size;
        this.large =
                scope.own(Mat.zeros((int) size.height * OVERSAMPLING, (int) size.width * OVERSAMPLING, CvType.CV_8UC1));
    }

    Stencil ellipse(double x, double y, double radiusX, double radiusY, double angle) {
        return ellipse(x, y, radiusX, radiusY, angle, -1, 255);
    }

    Stencil ring(double x, double y, double radius, double thickness) {
        return ellipse(x, y, radius, radius, 0, Math.max(1, (int) Math.round(thickness * OVERSAMPLING)), 255);
    }

    Stencil hole(double x, double y, double radiusX, double radiusY) {
        return ellipse(x, y, radiusX, radiusY, 0, -1, 0);
    }

    private Stencil ellipse(double x, double y, double rx, double ry, double angle, int thickness, int value) {
        Size axes = new Size(rx * OVERSAMPLING, ry * OVERSAMPLING);
        Imgproc.ellipse(large, at(x, y), axes, angle, 0, 360, Scalar.all(value), thickness, Imgproc.LINE_AA);
        return this;
    }

    Stencil box(double left, double top, double right, double bottom) {
        Imgproc.rectangle(large, at(left, top), at(right, bottom), Scalar.all(255), -1);
        return this;
    }

    Stencil polygon(double... xy) {
        Point[] points = new Point[xy.length / 2];
        for (int i = 0; i < points.length; i++) {
            points[i] = at(xy[2 * i], xy[2 * i + 1]);
        }
        Imgproc.fillPoly(large, List.of(new MatOfPoint(points)), Scalar.all(255), Imgproc.LINE_AA);
        return this;
    }

    /** A cable or a stem: a curve that swings to the side in its middle. */
    Stencil curve(double x1, double y1, double x2, double y2, double swing, double thickness) {
        int steps = 60;
        Point[] points = new Point[steps + 1];
        for (int i = 0; i <= steps; i++) {
            double t = i / (double) steps;
            double aside = swing * Math.sin(Math.PI * t);
            points[i] = at(x1 + (x2 - x1) * t + aside, y1 + (y2 - y1) * t - aside / 2);
        }
        int pixels = Math.max(1, (int) Math.round(thickness * OVERSAMPLING));
        Imgproc.polylines(large, List.of(new MatOfPoint(points)), false, Scalar.all(255), pixels, Imgproc.LINE_AA);
        return this;
    }

    private Point at(double x, double y) {
        return new Point(Math.round(x * size.width * OVERSAMPLING), Math.round(y * size.height * OVERSAMPLING));
    }

    /** {@code CV_32F}, 0 to 1, in the picture's size. */
    Mat coverage(MatScope scope) {
        Mat small = scope.mat();
        large.convertTo(small, CvType.CV_32F, 1.0 / 255);
        Imgproc.resize(small, small, size, 0, 0, Imgproc.INTER_AREA);
        return small;
    }
}
