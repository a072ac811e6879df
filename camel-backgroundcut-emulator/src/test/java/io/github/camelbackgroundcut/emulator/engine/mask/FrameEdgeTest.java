// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.engine.backdrop.LabImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameEdgeTest {

    private static final int SIZE = 100;

    private final float[] light = new float[SIZE * SIZE];
    private final boolean[] object = new boolean[SIZE * SIZE];

    /** A bar that the bottom cuts off, of which the search has found all but the border. */
    FrameEdgeTest() {
        for (int y = 30; y < SIZE; y++) {
            for (int x = 40; x < 60; x++) {
                light[y * SIZE + x] = 80;
                object[y * SIZE + x] = y < SIZE - 2;
            }
        }
    }

    @Test
    void anObjectThatTheFrameCutsOffReachesTheLastRow() {
        reach();

        assertThat(object[(SIZE - 1) * SIZE + 50]).isTrue();
        assertThat(object[(SIZE - 1) * SIZE + 30]).isFalse();
    }

    @Test
    void anObjectThatEndsBeforeTheFrameDoesNotGrow() {
        for (int x = 0; x < SIZE; x++) {
            light[(SIZE - 2) * SIZE + x] = 0;
            light[(SIZE - 1) * SIZE + x] = 0;
        }

        reach();

        assertThat(object[(SIZE - 2) * SIZE + 50]).isFalse();
        assertThat(object[(SIZE - 1) * SIZE + 50]).isFalse();
    }

    private void reach() {
        float[] none = new float[SIZE * SIZE];
        FrameEdge.reach(object, new LabImage(SIZE, SIZE, List.of(light, none, none)));
    }
}
