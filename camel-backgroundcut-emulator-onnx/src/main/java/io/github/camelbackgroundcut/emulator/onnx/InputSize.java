// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import org.opencv.core.Size;

/**
 * The size of a model's input, in pixels.
 *
 * @param width  0 if the graph says it
 * @param height 0 if the graph says it
 * @param fit    what becomes of the picture's shape
 */
record InputSize(int width, int height, Fit fit) {

    /** Networks that take any size shrink by this factor inside. */
    private static final int MULTIPLE = 32;
    /** Of a long picture, to bound the memory: the long side is at most so many times the short one. */
    private static final int LONGEST = 4;

    /** What becomes of the picture's shape. */
    enum Fit {
        /** All pictures get the same width and height. */
        STRETCH,
        /** The short side gets the size, the long one what keeps the shape, both a multiple of 32. */
        SHORT_SIDE
    }

    static InputSize square(int side) {
        return new InputSize(side, side, Fit.STRETCH);
    }

    static InputSize shortSide(int side) {
        return new InputSize(side, side, Fit.SHORT_SIDE);
    }

    /** As the graph fixes it, or any. */
    static InputSize ofGraph() {
        return square(0);
    }

    boolean isKnown() {
        return width > 0 && height > 0;
    }

    /** The size for a picture. */
    Size of(int pictureWidth, int pictureHeight) {
        if (fit == Fit.STRETCH) {
            return new Size(width, height);
        }
        int shortSide = Math.min(pictureWidth, pictureHeight);
        return new Size(side(pictureWidth, shortSide), side(pictureHeight, shortSide));
    }

    /** In whole numbers: a rounded factor makes the short side of some pictures a bit too short, so a step of 32 shorter. */
    private int side(int length, int shortSide) {
        long scaled = Math.min((long) length * width / shortSide, (long) LONGEST * width);
        return (int) Math.max(MULTIPLE, scaled / MULTIPLE * MULTIPLE);
    }
}
