// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

/**
 * What a model of the backdrop says about each pixel, however it stands out beside others. Both are false where it says
 * nothing.
 *
 * @param unexplained  neither the backdrop nor a shadow on it looks like this
 * @param likeBackdrop the backdrop looks like this
 */
public record Evidence(boolean[] unexplained, boolean[] likeBackdrop) {

    /** What looks like the backdrop, but is shut off from the border by what does not: it may be seen through a hole. */
    public boolean[] enclosed(int width) {
        boolean[] open = new boolean[likeBackdrop.length];
        int[] queue = new int[open.length];
        int queued = 0;
        for (int i = 0; i < open.length; i++) {
            int x = i % width;
            boolean atBorder = x == 0 || x == width - 1 || i < width || i >= open.length - width;
            if (atBorder && likeBackdrop[i]) {
                open[i] = true;
                queue[queued++] = i;
            }
        }
        for (int next = 0; next < queued; next++) {
            int pixel = queue[next];
            int x = pixel % width;
            int[] neighbours = {
                x > 0 ? pixel - 1 : pixel, x < width - 1 ? pixel + 1 : pixel, pixel - width, pixel + width
            };
            for (int neighbour : neighbours) {
                if (neighbour >= 0 && neighbour < open.length && likeBackdrop[neighbour] && !open[neighbour]) {
                    open[neighbour] = true;
                    queue[queued++] = neighbour;
                }
            }
        }
        boolean[] enclosed = new boolean[open.length];
        for (int i = 0; i < open.length; i++) {
            enclosed[i] = likeBackdrop[i] && !open[i];
        }
        return enclosed;
    }

    /** Without a model nothing is known. */
    public static Evidence none(int pixels) {
        return new Evidence(new boolean[pixels], new boolean[pixels]);
    }
}
