// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityTest {

    @ParameterizedTest
    @CsvSource({"low, LOW", "medium, MEDIUM", "high, HIGH", "High, HIGH"})
    void apiNamesAreReadInAnyCase(String name, Quality expected) {
        assertThat(Quality.fromApiName(name)).contains(expected);
    }

    @Test
    void anUnknownNameIsEmpty() {
        assertThat(Quality.fromApiName("best")).isEmpty();
    }

    @Test
    void aHigherQualityIsMoreWork() {
        Effort low = Effort.of(Quality.LOW);
        Effort medium = Effort.of(Quality.MEDIUM);
        Effort high = Effort.of(Quality.HIGH);

        assertThat(low.hypotheses()).isLessThan(medium.hypotheses());
        assertThat(medium.hypotheses()).isLessThan(high.hypotheses());
        assertThat(low.mattingPixels()).isLessThan(medium.mattingPixels());
        assertThat(medium.mattingPixels()).isLessThan(high.mattingPixels());
    }
}
