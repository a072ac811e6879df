// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import org.opencv.core.Mat;

/** Puts a picture on a colour through its matte, row by row to keep memory small. */
final class Compositor {

    private Compositor() {}

    /**
     * Replaces each colour by {@code alpha * colour + (1 - alpha) * background}.
     *
     * @param bgr   {@code CV_8UC3}, changed in place
     * @param alpha {@code CV_8UC1} of the same size
     */
    static void composeOnColour(Mat bgr, Mat alpha, RgbColor background) {
        int[] behind = {background.blue(), background.green(), background.red()};
        byte[] colours = new byte[bgr.cols() * 3];
        byte[] opacities = new byte[bgr.cols()];
        for (int y = 0; y < bgr.rows(); y++) {
            bgr.get(y, 0, colours);
            alpha.get(y, 0, opacities);
            for (int i = 0; i < colours.length; i++) {
                int opacity = opacities[i / 3] & 0xff;
                int mixed = (colours[i] & 0xff) * opacity + behind[i % 3] * (255 - opacity);
                colours[i] = (byte) ((mixed + 127) / 255);
            }
            bgr.put(y, 0, colours);
        }
    }
}
