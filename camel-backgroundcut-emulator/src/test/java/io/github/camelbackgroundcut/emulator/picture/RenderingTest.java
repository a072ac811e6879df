// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderingTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 85, 100})
    void compressionsFromOneToHundredAreValid(int compression) {
        assertThatCode(() -> rendering(1, compression)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void otherCompressionsAreRefused(int compression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rendering(1, compression))
                .withMessageContaining("" + compression);
    }

    @Test
    void aResolutionBelowOnePixelIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> rendering(0, 85));
    }

    private static Rendering rendering(long maxResolution, int compression) {
        return new Rendering(PictureFormat.PNG, maxResolution, Optional.empty(), compression, false);
    }
}
