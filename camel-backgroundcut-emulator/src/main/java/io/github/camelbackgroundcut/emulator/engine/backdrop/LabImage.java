// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import io.github.camelbackgroundcut.emulator.picture.MatScope;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * A small picture in CIE Lab, where distances are close to what eyes see: L is 0 to 100, a and b about -128 to 127.
 *
 * @param planes L, a and b, row by row
 */
public record LabImage(int width, int height, List<float[]> planes) {

    static LabImage of(Mat bgr) {
        try (MatScope scope = new MatScope()) {
            Mat lab = scope.mat();
            bgr.convertTo(lab, CvType.CV_32F, 1.0 / 255);
            Imgproc.cvtColor(lab, lab, Imgproc.COLOR_BGR2Lab);
            return new LabImage(
                    bgr.cols(), bgr.rows(), List.of(plane(lab, 0, scope), plane(lab, 1, scope), plane(lab, 2, scope)));
        }
    }

    private static float[] plane(Mat lab, int channel, MatScope scope) {
        Mat plane = scope.mat();
        Core.extractChannel(lab, plane, channel);
        float[] values = new float[plane.rows() * plane.cols()];
        plane.get(0, 0, values);
        return values;
    }

    public int size() {
        return width * height;
    }

    float channel(int channel, int pixel) {
        return planes.get(channel)[pixel];
    }

    /** How unlike two pixels are. */
    public double distance(int one, int other) {
        return Math.sqrt(squaredDistance(one, new float[] {channel(0, other), channel(1, other), channel(2, other)}));
    }

    double squaredDistance(int pixel, float[] colour) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            double difference = planes.get(c)[pixel] - colour[c];
            sum += difference * difference;
        }
        return sum;
    }
}
