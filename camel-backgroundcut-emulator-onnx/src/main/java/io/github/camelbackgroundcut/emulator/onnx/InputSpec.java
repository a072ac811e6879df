// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import io.github.camelbackgroundcut.emulator.picture.MatScope;
import java.util.List;
import org.opencv.core.Mat;

/**
 * How a picture becomes the input of a network: resized, scaled, less the mean, divided by the deviation.
 *
 * @param size    of the input
 * @param resize  how the picture gets this size
 * @param scaling what the values 0 to 255 are divided by
 * @param mean    for the three channels, in the order of the channels
 * @param std     likewise
 * @param channels their order
 */
record InputSpec(
        InputSize size, Resize resize, Scaling scaling, List<Double> mean, List<Double> std, Channels channels) {

    /** What the values 0 to 255 are divided by. */
    enum Scaling {
        /** By 255. */
        FULL,
        /** By the largest value of the resized picture. */
        MAX,
        /** By nothing. */
        NONE
    }

    /** The order of the channels in the input. */
    enum Channels {
        RGB,
        BGR
    }

    InputSpec {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
    }

    InputSpec withSize(InputSize other) {
        return new InputSpec(other, resize, scaling, mean, std, channels);
    }

    /** @param bgr {@code CV_8UC3} of any size */
    Tensor tensorOf(Mat bgr) {
        try (MatScope scope = new MatScope()) {
            Mat small = scope.own(resize.apply(bgr, size.of(bgr.cols(), bgr.rows())));
            byte[] bytes = new byte[3 * (int) small.total()];
            small.get(0, 0, bytes);
            return new Tensor(new long[] {1, 3, small.rows(), small.cols()}, planes(bytes));
        }
    }

    private float[] planes(byte[] bgr) {
        double divisor = divisor(bgr);
        int pixels = bgr.length / 3;
        float[] values = new float[bgr.length];
        for (int channel = 0; channel < 3; channel++) {
            int source = channels == Channels.RGB ? 2 - channel : channel;
            double offset = mean.get(channel);
            double deviation = std.get(channel);
            for (int i = 0; i < pixels; i++) {
                values[channel * pixels + i] = (float) (((bgr[3 * i + source] & 0xff) / divisor - offset) / deviation);
            }
        }
        return values;
    }

    private double divisor(byte[] bytes) {
        return switch (scaling) {
            case NONE -> 1;
            case FULL -> 255;
            case MAX -> {
                int largest = 1;
                for (byte value : bytes) {
                    largest = Math.max(largest, value & 0xff);
                }
                yield largest;
            }
        };
    }
}
