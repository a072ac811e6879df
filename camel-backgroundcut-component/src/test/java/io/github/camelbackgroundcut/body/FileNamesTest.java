// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "mug.jpg, mug.jpg",
        "a/b/mug.jpg, mug.jpg",
        "/etc/mug.jpg, mug.jpg",
        "C:\\pictures\\mug.jpg, mug.jpg",
        "a\\b/mug.jpg, mug.jpg",
        "../../mug.jpg, mug.jpg",
        "grüne Tasse.jpg, grüne Tasse.jpg",
        "猫.png, 猫.png",
        "' mug.jpg ', mug.jpg",
        "..mug, ..mug",
    })
    void keepTheLastPartOfAPath(String path, String name) {
        assertThat(FileNames.safe(path)).isEqualTo(name);
    }

    @Test
    void keepQuotes() {
        assertThat(FileNames.safe("a \"mug\"'s.jpg")).isEqualTo("a \"mug\"'s.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "\\", ".", "..", "a/..", "a\\.", " ", "a/ "})
    void areEmptyIfNothingIsLeft(String path) {
        assertThat(FileNames.safe(path)).isEmpty();
    }

    @Test
    void haveNoControlCharacters() {
        assertThat(FileNames.safe("a\r\nb\u0000c\u007f.jpg")).isEqualTo("a__b_c_.jpg");
    }

    @Test
    void areCutAt200CharactersBeforeTheExtension() {
        assertThat(FileNames.safe("a".repeat(200))).hasSize(200);
        assertThat(FileNames.safe("a".repeat(300) + ".jpeg")).isEqualTo("a".repeat(195) + ".jpeg");
        assertThat(FileNames.safe("a".repeat(150) + "." + "b".repeat(150))).hasSize(200);
    }

    @Test
    void areNotCutWithinACharacter() {
        assertThat(FileNames.safe("a" + "😀".repeat(150))).isEqualTo("a" + "😀".repeat(99));
    }
}
