// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {

    @ParameterizedTest
    @CsvSource({
        "*, /v3/files/a/b.png, true",
        "/v3/files/*, /v3/files/a/b.png, true",
        "/v3/files/*, /v3/files/, true",
        "/v3/files/*, /v3/file-ops/upload/, false",
        "/v3/files/*.png, /v3/files/a/b.png, true",
        "/v3/files/*.png, /v3/files/a/b.jpg, false",
        "/v3/*/process/, /v3/tools/ai/remove-bg/process/, true",
        "/v3/file-ops/upload/, /v3/file-ops/upload/, true",
        "/v3/file-ops/upload/, /v3/file-ops/upload, false",
        "/v3/file-ops/upload, /v3/file-ops/upload/, false",
        "/v3/files/a.png, /v3/files/aXpng, false",
        "/V3/files/*, /v3/files/a, false",
        "a*b*c, aXbXbXc, true",
        "a*b*c, aXbXbX, false",
        "**, /x, true"
    })
    void matches(String pattern, String path, boolean expected) {
        assertThat(new PathGlob(pattern).matches(path)).isEqualTo(expected);
    }

    @Test
    void matchesNothingButTheEmptyPathWhenEmpty() {
        assertThat(new PathGlob("").matches("/x")).isFalse();
        assertThat(new PathGlob("").matches("")).isTrue();
    }

    @Test
    void isNotSlowedDownByManyStars() {
        PathGlob glob = new PathGlob("*a".repeat(200) + "b");
        Assertions.assertTimeoutPreemptively(
                // Going back and forth between the stars would take ages.
                Duration.ofSeconds(60),
                () -> assertThat(glob.matches("a".repeat(5000))).isFalse());
    }
}
