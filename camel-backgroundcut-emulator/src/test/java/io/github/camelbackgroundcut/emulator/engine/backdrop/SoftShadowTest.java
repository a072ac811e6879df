// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoftShadowTest {

    private static final int SIZE = 100;
    private static final int CENTRE = SIZE / 2 * SIZE + SIZE / 2;
    private static final double TOLERANCE = 3;

    private final float[] light = new float[SIZE * SIZE];
    private final float[] colour = new float[SIZE * SIZE];

    @Test
    void darknessThatBeginsSoftlyIsReached() {
        darken(40, 2);

        assertThat(reach()[CENTRE]).isTrue();
    }

    @Test
    void darknessThatBeginsWithAnEdgeIsNot() {
        darken(40, 40);

        assertThat(reach()[CENTRE]).isFalse();
    }

    @Test
    void anotherColourIsNotReachedHoweverSoftlyItBegins() {
        darken(40, 2);
        for (int i = 0; i < colour.length; i++) {
            colour[i] = -light[i] / 4;
        }

        assertThat(reach()[CENTRE]).isFalse();
    }

    @Test
    void theShadowedBackdropInsideOfAHandleIsReachedFromItsClearPart() {
        // A frame of another colour shuts the middle off; one corner in it is hardly darkened.
        for (int i = 30; i < 70; i++) {
            for (int edge : new int[] {i * SIZE + 30, i * SIZE + 69, 30 * SIZE + i, 69 * SIZE + i}) {
                colour[edge] = 50;
            }
        }
        for (int y = 31; y < 69; y++) {
            for (int x = 31; x < 69; x++) {
                light[y * SIZE + x] = -y + 31;
            }
        }

        boolean[] reached = reach();

        assertThat(reached[CENTRE]).isTrue();
        assertThat(reached[30 * SIZE + 50]).isFalse();
    }

    /** Darkens towards the centre, from a radius of 40 pixels on. */
    private void darken(float depth, float slope) {
        for (int i = 0; i < light.length; i++) {
            double radius = Math.hypot(i % SIZE - SIZE / 2.0, i / SIZE - SIZE / 2.0);
            light[i] = (float) -Math.max(0, Math.min(depth, (40 - radius) * slope));
        }
    }

    private boolean[] reach() {
        return new SoftShadow(SIZE, SIZE, light, colour).reach(TOLERANCE);
    }
}
