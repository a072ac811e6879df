// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import io.github.camelbackgroundcut.emulator.picture.MatScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * How a picture is brought to the size of a network. The filters smooth what they shrink, as Pillow's do, with which most of
 * these networks are used; OpenCV's of the same names skip pixels.
 */
enum Resize {
    LANCZOS(3),
    BILINEAR(1),
    /** The mean of the pixels that become one, by OpenCV. */
    AREA(0);

    private final double support;

    Resize(double support) {
        this.support = support;
    }

    /** @return {@code CV_8UC3} of that size, to be released by the caller */
    Mat apply(Mat picture, Size size) {
        if (this == AREA) {
            Mat resized = new Mat();
            Imgproc.resize(picture, resized, size, 0, 0, Imgproc.INTER_AREA);
            return resized;
        }
        try (MatScope scope = new MatScope()) {
            // Rows first, then columns; in between, values are rounded to 8 bits.
            Mat narrow = scope.own(rowsResized(picture, (int) size.width));
            Mat turned = scope.mat();
            Core.transpose(narrow, turned);
            Mat resized = scope.own(rowsResized(turned, (int) size.height));
            Mat result = scope.mat();
            Core.transpose(resized, result);
            return scope.handOver(result);
        }
    }

    private Mat rowsResized(Mat picture, int width) {
        Taps[] taps = taps(picture.cols(), width);
        Mat result = new Mat(picture.rows(), width, CvType.CV_8UC3);
        byte[] row = new byte[3 * picture.cols()];
        byte[] target = new byte[3 * width];
        for (int y = 0; y < picture.rows(); y++) {
            picture.get(y, 0, row);
            for (int x = 0; x < width; x++) {
                taps[x].apply(row, target, 3 * x);
            }
            result.put(y, 0, target);
        }
        return result;
    }

    private Taps[] taps(int length, int target) {
        double scale = length / (double) target;
        double stretch = Math.max(1, scale);
        Taps[] taps = new Taps[target];
        for (int i = 0; i < target; i++) {
            double centre = (i + 0.5) * scale;
            int first = Math.max(0, (int) (centre - support * stretch + 0.5));
            int end = Math.min(length, (int) (centre + support * stretch + 0.5));
            float[] weights = new float[end - first];
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                double weight = weight((first + k - centre + 0.5) / stretch);
                weights[k] = (float) weight;
                sum += weight;
            }
            for (int k = 0; k < weights.length; k++) {
                weights[k] /= (float) sum;
            }
            taps[i] = new Taps(first, weights);
        }
        return taps;
    }

    private double weight(double distance) {
        double x = Math.abs(distance);
        if (x >= support) {
            return 0;
        }
        return this == LANCZOS ? sinc(x) * sinc(x / support) : 1 - x;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** The pixels that one pixel is made of, and their weights, which add up to 1. */
    private record Taps(int first, float[] weights) {

        void apply(byte[] row, byte[] target, int at) {
            float a = 0.5f;
            float b = 0.5f;
            float c = 0.5f;
            int pixel = 3 * first;
            for (float weight : weights) {
                a += weight * (row[pixel] & 0xff);
                b += weight * (row[pixel + 1] & 0xff);
                c += weight * (row[pixel + 2] & 0xff);
                pixel += 3;
            }
            target[at] = toByte(a);
            target[at + 1] = toByte(b);
            target[at + 2] = toByte(c);
        }

        private static byte toByte(float value) {
            return (byte) Math.max(0, Math.min(255, (int) Math.floor(value)));
        }
    }
}
