// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

/**
 * The work for a {@link Quality}.
 *
 * @param workingPixels the size at which the object is looked for
 * @param iterations    GrabCut's iterations at that size
 * @param hypotheses    how many guesses vote on a cluttered backdrop
 * @param contourPixels the size at which the contour is found again in a narrow band; 0 for not at all
 * @param mattingPixels the size at which the soft edge is computed
 */
record Effort(int workingPixels, int iterations, int hypotheses, int contourPixels, int mattingPixels) {

    static Effort of(Quality quality) {
        return switch (quality) {
            case LOW -> new Effort(50_000, 2, 1, 0, 250_000);
            case MEDIUM -> new Effort(160_000, 4, 3, 0, 1_000_000);
            case HIGH -> new Effort(160_000, 4, 5, 500_000, 2_000_000);
        };
    }
}
