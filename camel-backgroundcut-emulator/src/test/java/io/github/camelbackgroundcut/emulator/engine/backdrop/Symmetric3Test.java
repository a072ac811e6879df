// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class Symmetric3Test {

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
