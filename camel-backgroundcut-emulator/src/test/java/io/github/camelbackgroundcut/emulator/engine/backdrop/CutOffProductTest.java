// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.picture.OpenCvLibrary;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A product that covers most of the left side must not pass for the backdrop. */
class CutOffProductTest {

    private static final int SIZE = 100;

    @BeforeAll
    static void load() {
        OpenCvLibrary.load();
    }

    @Test
    void aSmoothBackdropIsFittedToTheOtherSides() {
        BackdropModel model = SmoothBackdrop.fit(scene(80, 80), Border.of(SIZE, SIZE));

        assertThat(model.planes().get(0)[50 * SIZE + 2]).isBetween(79f, 81f);
    }

    @Test
    void rowsOfATableAreMendedFromTheFreeSide() {
        BackdropModel model = LayeredBackdrop.fit(scene(80, 50), Border.of(SIZE, SIZE));

        assertThat(model.planes().get(0)[40 * SIZE + 2]).isBetween(79f, 81f);
        assertThat(model.planes().get(0)[70 * SIZE + 2]).isBetween(49f, 51f);
    }

    @Test
    void aTableWhoseEndsAreLitDifferentlyIsLeftAlone() {
        LabImage lit = scene(80, 50);
        float[] light = lit.planes().get(0);
        for (int i = 0; i < light.length; i++) {
            light[i] = (i / SIZE < 60 ? 80 : 50) - 8f * (i % SIZE) / SIZE;
        }
        BackdropModel model = LayeredBackdrop.fit(lit, Border.of(SIZE, SIZE));

        assertThat(model.planes().get(0)[40 * SIZE + SIZE - 2]).isBetween(71f, 74f);
    }

    @Test
    void aBorderWithoutItsProductHasFewerPixels() {
        boolean[] product = new boolean[SIZE * SIZE];
        Arrays.fill(product, 0, 40 * SIZE, true);
        Border border = Border.of(SIZE, SIZE);

        assertThat(Arrays.stream(border.without(product).pixels()).min()).hasValue(40 * SIZE);
        Arrays.fill(product, true);
        assertThat(border.without(product)).isSameAs(border);
    }

    /** A wall, a table from row 60 on, and a dark product at the left from row 10 to 80. */
    private static LabImage scene(float wall, float table) {
        float[] light = new float[SIZE * SIZE];
        for (int i = 0; i < light.length; i++) {
            int y = i / SIZE;
            boolean product = i % SIZE < 40 && y >= 10 && y < 80;
            light[i] = product ? 20 : y < 60 ? wall : table;
        }
        return new LabImage(SIZE, SIZE, List.of(light, new float[light.length], new float[light.length]));
    }
}
