// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import java.util.Arrays;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * How the output of a network becomes a matte.
 *
 * @param name       of the output, if the graph has several; empty for the first one
 * @param activation what is applied to each value
 * @param range      what becomes 0 and 255
 */
record OutputSpec(String name, Activation activation, Range range) {

    /** What is applied to each value of the output. */
    enum Activation {
        NONE,
        /** Makes probabilities of the bare sums that some exports end with. */
        SIGMOID
    }

    /** What becomes 0 and 255. */
    enum Range {
        /** The smallest and the largest value of the output. */
        MIN_MAX,
        /** The values 0 and 1; others are cut off. */
        UNIT
    }

    OutputSpec withName(String other) {
        return new OutputSpec(other, activation, range);
    }

    /**
     * @return {@code CV_8UC1}, to be released by the caller
     * @throws UnusablePictureException if the network finds nothing
     */
    Mat maskOf(Tensor output) throws UnusablePictureException {
        long[] sides = Arrays.stream(output.shape()).filter(side -> side != 1).toArray();
        if (sides.length != 2) {
            throw new IllegalStateException("The output " + name + " of the model is not one plane, but "
                    + Arrays.toString(output.shape()) + ". Choose another output in the model properties");
        }
        byte[] alpha = alpha(output.values());
        Mat mask = new Mat((int) sides[0], (int) sides[1], CvType.CV_8UC1);
        mask.put(0, 0, alpha);
        return mask;
    }

    private byte[] alpha(float[] values) throws UnusablePictureException {
        double[] activated = new double[values.length];
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            activated[i] = activation == Activation.SIGMOID ? 1 / (1 + Math.exp(-values[i])) : values[i];
            smallest = Math.min(smallest, activated[i]);
            largest = Math.max(largest, activated[i]);
        }
        double low = range == Range.MIN_MAX ? smallest : 0;
        double high = range == Range.MIN_MAX ? largest : 1;
        // Also false if one of the values is not a number.
        boolean hasObject = range == Range.MIN_MAX ? high > low : largest > 0;
        if (!hasObject) {
            throw new UnusablePictureException("No subject was found in the picture: the model marks nothing");
        }
        byte[] alpha = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            double value = (activated[i] - low) / (high - low);
            alpha[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
        }
        return alpha;
    }
}
