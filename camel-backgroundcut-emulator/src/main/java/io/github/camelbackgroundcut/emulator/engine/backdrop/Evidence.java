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

    /** Without a model nothing is known. */
    public static Evidence none(int pixels) {
        return new Evidence(new boolean[pixels], new boolean[pixels]);
    }
}
