// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import io.github.camelbackgroundcut.emulator.picture.MatScope;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Models the backdrop as a smooth sheet of colour: a quadratic surface through the border's colours. It follows vignettes
 * and the fall of light in a studio. Outliers, such as an object that touches the border, lose their weight during the fit.
 */
public final class SmoothBackdrop {

    private static final int TERMS = 6;
    private static final int CHANNELS = 3;
    private static final int ROUNDS = 6;
    /** Lab units at which a border pixel begins to count as an outlier. */
    private static final double TOLERANCE = 4;

    /** With more of the border than this on the surface, nothing is off it but small things. */
    private static final double MOSTLY_FITTING = 0.95;
    /** By how much more of the border a surface has to fit to take the place of one that saw more. */
    private static final double CLEARLY_BETTER = 0.02;

    private SmoothBackdrop() {}

    public static BackdropModel fit(LabImage image, Border border) {
        double[][] surface = bestSurface(image, border);
        float[][] planes = new float[CHANNELS][image.size()];
        double[] terms = new double[TERMS];
        for (int i = 0; i < image.size(); i++) {
            terms(image, i, terms);
            for (int c = 0; c < CHANNELS; c++) {
                planes[c][i] = (float) value(surface[c], terms);
            }
        }
        return BackdropModel.of(image, List.of(planes), border);
    }

    /**
     * A product that the frame cuts off can hold most of a side, and would bend the surface to it. So where some of the
     * border is off the surface, surfaces that never saw one of the sides compete.
     */
    private static double[][] bestSurface(LabImage image, Border border) {
        int[] all = border.pixels();
        double[][] best = fitSurface(image, all);
        double fitting = fitting(image, all, best);
        if (fitting > MOSTLY_FITTING) {
            return best;
        }
        for (int[] side : border.sides()) {
            boolean[] left = new boolean[image.size()];
            IntStream.of(side).forEach(pixel -> left[pixel] = true);
            double[][] other = fitSurface(image, border.without(left).pixels());
            double share = fitting(image, all, other);
            if (share > fitting + CLEARLY_BETTER) {
                best = other;
                fitting = share;
            }
        }
        return best;
    }

    /** How much of the border is on the surface, 0 to 1. */
    private static double fitting(LabImage image, int[] samples, double[][] surface) {
        double sum = 0;
        for (int pixel : samples) {
            double relative = deviation(image, pixel, surface) / TOLERANCE;
            sum += 1 / (1 + relative * relative * relative * relative);
        }
        return sum / samples.length;
    }

    private static double[][] fitSurface(LabImage image, int[] samples) {
        double[] weights = new double[samples.length];
        Arrays.fill(weights, 1);
        double[][] surface = new double[CHANNELS][];
        for (int round = 0; round < ROUNDS; round++) {
            surface = leastSquares(image, samples, weights);
            for (int i = 0; i < samples.length; i++) {
                double relative = deviation(image, samples[i], surface) / TOLERANCE;
                weights[i] = 1 / (1 + relative * relative * relative * relative);
            }
        }
        return surface;
    }

    /** The factors of the terms, for each channel. */
    private static double[][] leastSquares(LabImage image, int[] samples, double[] weights) {
        double[] left = new double[TERMS * TERMS];
        double[] right = new double[TERMS * CHANNELS];
        double[] terms = new double[TERMS];
        for (int i = 0; i < samples.length; i++) {
            terms(image, samples[i], terms);
            for (int row = 0; row < TERMS; row++) {
                double weighted = weights[i] * terms[row];
                for (int column = 0; column < TERMS; column++) {
                    left[row * TERMS + column] += weighted * terms[column];
                }
                for (int c = 0; c < CHANNELS; c++) {
                    right[row * CHANNELS + c] += weighted * image.channel(c, samples[i]);
                }
            }
        }
        return solve(left, right);
    }

    private static double[][] solve(double[] left, double[] right) {
        try (MatScope scope = new MatScope()) {
            Mat coefficients = scope.own(new Mat(TERMS, TERMS, CvType.CV_64F));
            coefficients.put(0, 0, left);
            Mat constants = scope.own(new Mat(TERMS, CHANNELS, CvType.CV_64F));
            constants.put(0, 0, right);
            Mat solution = scope.mat();
            // In a picture of two rows the terms depend on each other. SVD solves that, too.
            Core.solve(coefficients, constants, solution, Core.DECOMP_SVD);
            double[][] surface = new double[CHANNELS][TERMS];
            for (int c = 0; c < CHANNELS; c++) {
                for (int term = 0; term < TERMS; term++) {
                    surface[c][term] = solution.get(term, c)[0];
                }
            }
            return surface;
        }
    }

    private static double deviation(LabImage image, int pixel, double[][] surface) {
        double[] terms = new double[TERMS];
        terms(image, pixel, terms);
        double sum = 0;
        for (int c = 0; c < CHANNELS; c++) {
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
