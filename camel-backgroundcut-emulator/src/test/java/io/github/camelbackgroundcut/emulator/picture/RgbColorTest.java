// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RgbColorTest {

    @Test
    void hexIsReadInAnyCase() {
        assertThat(RgbColor.parse("#0a80Ff")).contains(new RgbColor(10, 128, 255));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0a80ff", "#fff", "#0a80fg", "#0a80ff00", "white", " #0a80ff", "#-a80ff"})
    void anythingElseIsEmpty(String text) {
        assertThat(RgbColor.parse(text)).isEmpty();
    }

    @Test
    void partsAreBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RgbColor(0, 256, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RgbColor(-1, 0, 0));
    }
}
