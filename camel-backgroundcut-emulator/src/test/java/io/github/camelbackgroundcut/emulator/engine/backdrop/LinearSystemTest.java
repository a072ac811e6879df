// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LinearSystemTest {

    @Test
    void theUnknownsAreFound() {
        // x + 2y + z = 8, 3y - z = 3, 2x - y + z = 3
        double[] solution = LinearSystem.solve(new double[][] {{1, 2, 1, 8}, {0, 3, -1, 3}, {2, -1, 1, 3}});

        assertThat(solution).containsExactly(new double[] {1, 2, 3}, within(1e-6));
    }

    @Test
    void aZeroOnTheDiagonalIsSwappedAway() {
        double[] solution = LinearSystem.solve(new double[][] {{0, 2, 4}, {3, 0, 9}});

        assertThat(solution).containsExactly(new double[] {3, 2}, within(1e-6));
    }

    @Test
    void theInverseOfASymmetricMatrixUndoesIt() {
        Symmetric3 twice = new Symmetric3(4, 1, 0.5, 3, -1, 5).inverse().inverse();

        assertThat(twice.xx()).isCloseTo(4, within(1e-9));
        assertThat(twice.xz()).isCloseTo(0.5, within(1e-9));
        assertThat(twice.yz()).isCloseTo(-1, within(1e-9));
    }

    @Test
    void theQuadraticFormCountsMixedTermsTwice() {
        assertThat(new Symmetric3(1, 2, 3, 4, 5, 6).quadraticForm(1, 2, 3)).isEqualTo(1 + 16 + 54 + 2 * (4 + 9 + 30));
    }
}
