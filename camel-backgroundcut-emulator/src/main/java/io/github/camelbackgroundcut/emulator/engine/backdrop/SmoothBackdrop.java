// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import java.util.Arrays;
import java.util.List;

/**
 * The backdrop as a smooth sheet of colour: a quadratic surface through the border's colours, which follows vignettes and
 * the fall of light in a studio. Outliers (an object that touches the border) lose their weight while it is fitted.
 */
public final class SmoothBackdrop {

    private static final int TERMS = 6;
    private static final int ROUNDS = 6;
    /** Lab units at which a border pixel begins to count as an outlier. */
    private static final double TOLERANCE = 4;

    private SmoothBackdrop() {}

    public static BackdropModel fit(LabImage image, Border border) {
        int[] samples = border.pixels();
        double[][] surface = fitSurface(image, samples);
        float[][] planes = new float[3][image.size()];
        double[] terms = new double[TERMS];
        for (int i = 0; i < image.size(); i++) {
            terms(image, i, terms);
            for (int c = 0; c < 3; c++) {
                planes[c][i] = (float) value(surface[c], terms);
            }
        }
        return BackdropModel.of(image, List.of(planes), border);
    }

    private static double[][] fitSurface(LabImage image, int[] samples) {
        double[] weights = new double[samples.length];
        Arrays.fill(weights, 1);
        double[][] surface = new double[3][];
        for (int round = 0; round < ROUNDS; round++) {
            for (int c = 0; c < 3; c++) {
                surface[c] = leastSquares(image, c, samples, weights);
            }
            for (int i = 0; i < samples.length; i++) {
                double relative = deviation(image, samples[i], surface) / TOLERANCE;
                weights[i] = 1 / (1 + relative * relative * relative * relative);
            }
        }
        return surface;
    }

    private static double[] leastSquares(LabImage image, int channel, int[] samples, double[] weights) {
        double[][] system = new double[TERMS][TERMS + 1];
        double[] terms = new double[TERMS];
        for (int i = 0; i < samples.length; i++) {
            terms(image, samples[i], terms);
            for (int row = 0; row < TERMS; row++) {
                for (int column = 0; column < TERMS; column++) {
                    system[row][column] += weights[i] * terms[row] * terms[column];
                }
                system[row][TERMS] += weights[i] * terms[row] * image.channel(channel, samples[i]);
            }
        }
        return LinearSystem.solve(system);
    }

    private static double deviation(LabImage image, int pixel, double[][] surface) {
        double[] terms = new double[TERMS];
        terms(image, pixel, terms);
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            double difference = image.channel(c, pixel) - value(surface[c], terms);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    private static double value(double[] factors, double[] terms) {
        double sum = 0;
        for (int t = 0; t < TERMS; t++) {
            sum += factors[t] * terms[t];
        }
        return sum;
    }

    private static void terms(LabImage image, int pixel, double[] terms) {
        double x = (pixel % image.width()) * 2.0 / image.width() - 1;
        double y = (pixel / image.width()) * 2.0 / image.height() - 1;
        terms[0] = 1;
        terms[1] = x;
        terms[2] = y;
        terms[3] = x * x;
        terms[4] = x * y;
        terms[5] = y * y;
    }
}
