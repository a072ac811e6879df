// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.api.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePathsTest {

    @ParameterizedTest
    @CsvSource({
        "plain.png, plain.png",
        "a/b/c.png, a/b/c.png",
        "-._~09AZaz, -._~09AZaz",
        "two words.png, two%20words.png",
        "grün/maß.png, gr%C3%BCn/ma%C3%9F.png",
        "写真/猫.png, %E5%86%99%E7%9C%9F/%E7%8C%AB.png",
        "😀.png, %F0%9F%98%80.png",
        "a+b.png, a%2Bb.png",
        "100%.png, 100%25.png",
        "%2e%2e/a.png, %252e%252e/a.png",
        "what?.png, what%3F.png",
        "#1.png, %231.png",
        "a&b=c;d.png, a%26b%3Dc%3Bd.png",
        "a:b@c.png, a%3Ab%40c.png",
    })
    void encodesEachPartAsUtf8AndKeepsTheSlashes(String path, String encoded) {
        assertThat(FilePaths.encode(path)).isEqualTo(encoded);
    }

    @Test
    void encodesQuotesToo() {
        assertThat(FilePaths.encode("a\"b'c.png")).isEqualTo("a%22b%27c.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mug.png", "my-project/mug.png", "a/b/c/d", "..hidden/...", ".config", "two words", "猫.png"})
    void acceptsRelativePaths(String path) {
        assertThat(FilePaths.requireValid(path, "path")).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void refusesAnEmptyPathAndNamesIt(String path) {
        assertThatThrownBy(() -> FilePaths.requireValid(path, "upload path"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("The upload path is empty: give a path such as my-project/mug.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../secret", "a/../b", "a/..", ".", "a/./b", "a//b", "a/", "/"})
    void refusesAbsolutePathsAndPartsThatLeadElsewhere(String path) {
        assertThatThrownBy(() -> FilePaths.requireValid(path, "path"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("The path must be relative, without empty parts, '.' and '..': " + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\b", "..\\b", "a\nb", "a\rb", "a\u0000b", "a\u007fb", "a\u0085b"})
    void refusesBackslashesAndControlCharacters(String path) {
        assertThatThrownBy(() -> FilePaths.requireValid(path, "path"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("The path has a backslash or a control character");
    }

    @Test
    void showsNoLineBreakOfARefusedPathInTheMessage() {
        assertThatThrownBy(() -> FilePaths.requireValid("a\r\nX-Evil: 1", "path"))
                .hasMessageEndingWith("a??X-Evil: 1");
    }

    @Test
    void acceptsAPathOf1024CharactersAndRefusesALongerOne() {
        assertThat(FilePaths.requireValid("a".repeat(1024), "path")).hasSize(1024);
        assertThatThrownBy(() -> FilePaths.requireValid("a".repeat(1025), "path"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("The path has more than 1024 characters");
    }

    @ParameterizedTest
    @CsvSource({"mug.png, ''", "a/mug.png, a/", "a/b/mug.png, a/b/"})
    void tellsTheFolderOfAPath(String path, String folder) {
        assertThat(FilePaths.folder(path)).isEqualTo(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "mug.png, mug",
        "a.b/mug, mug",
        "a/mug.large.png, mug.large",
        "a/.hidden, .hidden",
        "a/mug., mug",
    })
    void tellsTheNameWithoutItsExtension(String path, String baseName) {
        assertThat(FilePaths.baseName(path)).isEqualTo(baseName);
    }
}
