// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.picture;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/mug.jpg", "../mug.jpg", "a/./b", "a/..", "a\\..\\b", "a\nb", "a\u007fb"})
    void aKeyThatCouldMeanAnotherObjectIsRefused(String key) {
        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(() -> ObjectKey.check("The key", key, 0))
                .withMessageStartingWith("The key is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mug.jpg", "..mug", "a/...", "Größe/${env:HOME} \u2764+%2F.jpg", "a//b", "a\\b"})
    void anyOtherKeyIsFine(String key) {
        assertThatNoException().isThrownBy(() -> ObjectKey.check("The key", key, 0));
    }

    @Test
    void aKeyMayBeAsLongAsS3Allows() {
        assertThatNoException().isThrownBy(() -> ObjectKey.check("The key", "ö".repeat(512), 0));
        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(() -> ObjectKey.check("The key", "ö".repeat(512), 1))
                .withMessage("The key has 1024 bytes; 1023 are the limit.");
    }
}
