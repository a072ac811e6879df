// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

/**
 * A hint for segmentation: a place that belongs to the object, or to the background.
 *
 * @param x pixels from the left edge
 * @param y pixels from the top edge
 */
public record Point(int x, int y) {

    public Point {
        if (x < 0 || y < 0) {
            throw new IllegalArgumentException("Point (" + x + "," + y + ") is outside of the picture: use 0 or more");
        }
    }
}
