// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {

    private static final List<String> OPTIONS =
            List.of("apiKey", "autocrop", "format", "maxResolution", "maxRetries", "paths", "processTimeout");

    @ParameterizedTest
    @CsvSource({
        "fromat, format",
        "Format, format",
        "max-resolution, maxResolution",
        "maxRetry, maxRetries",
        "resolution, maxResolution",
        "apikey, apiKey",
        "autoCrop, autocrop",
        "path, paths"
    })
    void findsTheNameThatWasMeant(String misspelt, String meant) {
        assertThat(NearestName.of(misspelt, OPTIONS)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "colour", "bucket", "delay"})
    void guessesNothingWhereNoNameIsNear(String name) {
        assertThat(NearestName.of(name, OPTIONS)).isEmpty();
    }

    @Test
    void takesTheNearestOfSeveral() {
        assertThat(NearestName.of("maxRetris", List.of("maxRetryAfter", "maxRetries", "maxResolution")))
                .contains("maxRetries");
    }
}
