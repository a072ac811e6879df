// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

/**
 * Tells shadows from dark objects. A shadow keeps the backdrop's colour and begins softly, an object begins with an edge. So
 * all that can be walked to from clear backdrop without a change of colour and without a steep step of light is backdrop, in
 * shadow or not.
 */
final class SoftShadow {

    /** The steepest fall of light in a shadow, in units of L a pixel, in a picture of {@link #REFERENCE_PIXELS}. */
    private static final double STEP = 4;

    private static final double REFERENCE_PIXELS = 160_000;
    /** In a small picture a fall is steeper, but up to here only: beyond it, it can't be distinguished from an edge. */
    private static final double STEEPEST = 6;
    /** Clear backdrop is no further than this from the model's L, and has half of the colour's tolerance. */
    private static final float CLEAR = 12;
    /** The same at the border, where more of what is dark is a shadow, and not a product that is cut off. */
    private static final float CLEAR_AT_BORDER = 20;

    private final int width;
    private final int height;
    private final float[] light;
    private final float[] colour;
    private final float step;
    private final boolean[] reached;
    private final int[] queue;
    private int queued;

    /**
     * @param light  how much lighter than the backdrop each pixel is, in units of L
     * @param colour how much its colour differs from the backdrop in such light
     */
    SoftShadow(int width, int height, float[] light, float[] colour) {
        this.width = width;
        this.height = height;
        this.light = light;
        this.colour = colour;
        this.step = (float) Math.min(STEEPEST, STEP * Math.sqrt(REFERENCE_PIXELS / light.length));
        this.reached = new boolean[light.length];
        this.queue = new int[light.length];
    }

    /**
     * Walks through the picture; once for each instance.
     *
     * @param tolerance how far the colour may differ
     * @return true for the backdrop, lit or in shadow, as far as it can be walked to
     */
    boolean[] reach(double tolerance) {
        for (int pixel : Border.of(width, height).pixels()) {
            if (Math.abs(light[pixel]) <= CLEAR_AT_BORDER) {
                enter(pixel, tolerance);
            }
        }
        // Backdrop that is seen through a ring or a handle can't be walked to from the border.
        for (int pixel = 0; pixel < reached.length; pixel++) {
            if (Math.abs(light[pixel]) <= CLEAR) {
                enter(pixel, tolerance / 2);
            }
        }
        for (int next = 0; next < queued; next++) {
            int pixel = queue[next];
            int x = pixel % width;
            if (x > 0) {
                step(pixel, pixel - 1, tolerance);
            }
            if (x < width - 1) {
                step(pixel, pixel + 1, tolerance);
            }
            if (pixel >= width) {
                step(pixel, pixel - width, tolerance);
            }
            if (pixel < reached.length - width) {
                step(pixel, pixel + width, tolerance);
            }
        }
        return reached;
    }

    private void step(int from, int to, double tolerance) {
        if (Math.abs(light[to] - light[from]) <= step) {
            enter(to, tolerance);
        }
    }

    private void enter(int pixel, double tolerance) {
        if (!reached[pixel] && colour[pixel] <= tolerance) {
            reached[pixel] = true;
            queue[queued++] = pixel;
        }
    }
}
