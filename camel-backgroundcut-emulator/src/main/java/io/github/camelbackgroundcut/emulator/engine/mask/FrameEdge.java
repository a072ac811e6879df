// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.mask;

import io.github.camelbackgroundcut.emulator.engine.backdrop.Border;
import io.github.camelbackgroundcut.emulator.engine.backdrop.LabImage;

/**
 * Continues an object that the frame cuts off to the picture's last row. Without a model of the backdrop the border is taken for
 * backdrop, so the object ends where the border begins; but it goes on as far as its colour does.
 */
public final class FrameEdge {

    /** Lab units from one pixel to the next. */
    private static final double SAME_SURFACE = 6;

    private FrameEdge() {}

    /** Changes the mask in place. */
    public static void reach(boolean[] object, LabImage image) {
        int width = image.width();
        int height = image.height();
        int depth = Border.depth(width, height);
        for (int x = 0; x < width; x++) {
            grow(object, image, depth * width + x, -width, depth);
            grow(object, image, (height - 1 - depth) * width + x, width, depth);
        }
        for (int y = 0; y < height; y++) {
            grow(object, image, y * width + depth, -1, depth);
            grow(object, image, y * width + width - 1 - depth, 1, depth);
        }
    }

    private static void grow(boolean[] object, LabImage image, int start, int step, int count) {
        int pixel = start;
        for (int i = 0; i < count && object[pixel]; i++) {
            int next = pixel + step;
            object[next] |= image.distance(pixel, next) < SAME_SURFACE;
            pixel = next;
        }
    }
}
