// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture.colour;

import org.opencv.core.Mat;

/**
 * Takes a coloured backdrop's hue out of the object's rim. JPEG stores colour at half of the picture's size, and lenses let it
 * bleed, so the first pixels of the object have some of it, also where the matte is opaque. Light is left alone: it is
 * stored in full, and is the object's texture.
 */
public final class Despill {

    /** Distances in a chroma of 0 to 255 at which the backdrop begins to count as coloured, and fully does. */
    private static final double HARDLY_COLOURED = 8;

    private static final double COLOURED = 20;
    /** A pixel that is less deep inside than this belongs to the rim. */
    private static final float DEEP = 0.98f;

    private Despill() {}

    /**
     * @param colours  {@code CV_32FC3}, changed in place
     * @param object   what the object looks like near each pixel
     * @param backdrop the same of the backdrop
     * @param deep     1 inside the object, less at its rim
     */
    public static void apply(Mat colours, Mat object, Mat backdrop, Mat deep) {
        float[] colour = floats(colours);
        float[] front = floats(object);
        float[] behind = floats(backdrop);
        float[] inside = floats(deep);
        for (int i = 0; i < inside.length; i++) {
            if (inside[i] < DEEP) {
                despill(colour, front, behind, 3 * i);
            }
        }
        colours.put(0, 0, colour);
    }

    private static void despill(float[] colour, float[] front, float[] behind, int at) {
        double light = light(colour, at);
        double frontLight = light(front, at);
        double behindLight = light(behind, at);
        double blueSpan = behind[at] - behindLight - front[at] + frontLight;
        double redSpan = behind[at + 2] - behindLight - front[at + 2] + frontLight;
        double span = Math.hypot(blueSpan, redSpan);
        if (span < HARDLY_COLOURED) {
            return;
        }
        double blue = colour[at] - light;
        double red = colour[at + 2] - light;
        double share = ((blue - front[at] + frontLight) * blueSpan + (red - front[at + 2] + frontLight) * redSpan)
                / (span * span);
        double strength = Math.min(1, (span - HARDLY_COLOURED) / (COLOURED - HARDLY_COLOURED));
        double taken = strength * Math.max(0, Math.min(1, share));
        blue -= taken * blueSpan;
        red -= taken * redSpan;
        colour[at] = (float) (light + blue);
        colour[at + 2] = (float) (light + red);
        colour[at + 1] = (float) ((light - 0.114 * colour[at] - 0.299 * colour[at + 2]) / 0.587);
    }

    private static double light(float[] bgr, int at) {
        return 0.114 * bgr[at] + 0.587 * bgr[at + 1] + 0.299 * bgr[at + 2];
    }

    private static float[] floats(Mat mat) {
        float[] values = new float[(int) mat.total() * mat.channels()];
        mat.get(0, 0, values);
        return values;
    }
}
