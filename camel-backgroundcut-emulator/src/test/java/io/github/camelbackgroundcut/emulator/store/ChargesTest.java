// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChargesTest {

    private final Charges charges = new Charges();

    @Test
    void chargesAreCountedByPathInTheirOrder() {
        charges.add(List.of(new StorePath("b"), new StorePath("a")));
        charges.add(List.of(new StorePath("b")));

        assertThat(charges.byPath()).containsExactly(Map.entry("b", 2), Map.entry("a", 1));
    }
}
