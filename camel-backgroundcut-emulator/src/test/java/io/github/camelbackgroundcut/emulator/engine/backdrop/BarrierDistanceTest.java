// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarrierDistanceTest {

    @Test
    void aSeedIsAtNoDistance() {
        assertThat(BarrierDistance.from(new int[] {0}, row(7, 8, 9))[0]).isZero();
    }

    @Test
    void theDistanceIsTheRangeOfThePathNotItsLength() {
        float[] distances = BarrierDistance.from(new int[] {0}, row(10, 12, 10, 12, 10, 12));

        assertThat(distances[5]).isEqualTo(2);
    }

    @Test
    void aBarrierStaysBehindThePath() {
        float[] distances = BarrierDistance.from(new int[] {0}, row(10, 50, 10));

        assertThat(distances[2]).isEqualTo(40);
    }

    @Test
    void theBestPathGoesRoundABarrier() {
        float[] values = {
            10, 90, 10,
            10, 90, 10,
            10, 11, 10
        };
        float[] none = new float[values.length];

        float[] distances = BarrierDistance.from(new int[] {0}, new LabImage(3, 3, List.of(values, none, none)));

        assertThat(distances[2]).isCloseTo(1, within(1e-6f));
    }

    private static LabImage row(float... values) {
        float[] none = new float[values.length];
        return new LabImage(values.length, 1, List.of(values, none, none));
    }
}
