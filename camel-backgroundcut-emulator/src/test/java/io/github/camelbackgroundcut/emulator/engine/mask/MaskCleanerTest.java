// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.engine.backdrop.Evidence;
import io.github.camelbackgroundcut.emulator.picture.OpenCvLibrary;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MaskCleanerTest {

    private static final int SIZE = 100;

    private final boolean[] object = new boolean[SIZE * SIZE];
    private final float[] saliency = new float[SIZE * SIZE];
    private final Evidence evidence = Evidence.none(SIZE * SIZE);

    @BeforeAll
    static void load() {
        OpenCvLibrary.load();
    }

    MaskCleanerTest() {
        Arrays.fill(saliency, 0.1f);
        fill(20, 20, 60, 60, true, 1);
    }

    @Test
    void crumbsAreRemoved() {
        fill(5, 5, 4, 4, true, 1);

        assertThat(clean()[at(6, 6)]).isFalse();
    }

    @Test
    void aSecondPartStays() {
        fill(85, 20, 12, 60, true, 1);

        assertThat(clean()[at(90, 50)]).isTrue();
    }

    @Test
    void threadsAreCut() {
        fill(80, 50, 15, 1, true, 1);

        assertThat(clean()[at(88, 50)]).isFalse();
    }

    @Test
    void smallHolesAreFilled() {
        fill(50, 50, 5, 5, false, 0.1f);

        assertThat(clean()[at(52, 52)]).isTrue();
    }

    @Test
    void aGlimpseOfTheBackdropStaysOpen() {
        fill(45, 45, 15, 15, false, 0.1f);

        assertThat(clean()[at(52, 52)]).isFalse();
    }

    @Test
    void aSalientHoleIsAReflectionAndIsFilled() {
        fill(45, 45, 15, 15, false, 1);

        assertThat(clean()[at(52, 52)]).isTrue();
    }

    @Test
    void aSmallPartStaysIfTheBackdropDoesNotExplainIt() {
        fill(5, 5, 5, 5, true, 1);
        mark(5, 5, 5, evidence.unexplained());

        assertThat(clean()[at(7, 7)]).isTrue();
    }

    @Test
    void aSmallHoleStaysOpenIfItLooksLikeTheBackdrop() {
        fill(50, 50, 5, 5, false, 1);
        mark(50, 50, 5, evidence.likeBackdrop());

        assertThat(clean()[at(52, 52)]).isFalse();
    }

    private void mark(int left, int top, int size, boolean[] property) {
        for (int i = 0; i < size * size; i++) {
            property[at(left + i % size, top + i / size)] = true;
        }
    }

    private boolean[] clean() {
        return new MaskCleaner(SIZE, SIZE, saliency, evidence).clean(object);
    }

    private void fill(int left, int top, int width, int height, boolean isObject, float salient) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                object[at(x, y)] = isObject;
                saliency[at(x, y)] = salient;
            }
        }
    }

    private static int at(int x, int y) {
        return y * SIZE + x;
    }
}
