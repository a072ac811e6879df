// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorePathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photo.jpg",
                "my-project/photo.jpg",
                "a/b/c/d.png",
                "Größe 2/杯子 +1.png",
                "100%.jpg",
                "50%25.jpg",
                "..photo..jpg",
                ".hidden/x",
                "a\"b'c;d,e.jpg"
            })
    void acceptsWhatStaysInside(String path) {
        assertThat(new StorePath(path).value()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "..",
                "../x",
                "a/../b",
                "a/./b",
                "a//b",
                "a/",
                "a\\b",
                "..\\x",
                "C:\\x",
                "a%2fb",
                "a%5Cb",
                "%2e%2e/x",
                "%2E./x",
                "%2fetc",
                "%5Cx",
                "%252e%252e/x",
                "a%25252fb",
                "a\u0000b",
                "a%00b",
                "a\nb",
                "a\u007fb",
                "a\u0085b",
                "\ud800"
            })
    void refusesWhatCouldLeadOutside(String path) {
        assertThatThrownBy(() -> new StorePath(path))
                .isInstanceOfSatisfying(
                        ApiError.class, error -> assertThat(error.status()).isEqualTo(400));
    }

    @Test
    void limitsTheLength() {
        assertThat(new StorePath("ü".repeat(127)).value()).hasSize(127);
        assertThatThrownBy(() -> new StorePath("ü".repeat(128))).hasMessageContaining("255 bytes");
        assertThat(new StorePath("abc/".repeat(255) + "abcd").value()).hasSize(1024);
        assertThatThrownBy(() -> new StorePath("abc/".repeat(255) + "abcde")).hasMessageContaining("1024 bytes");
    }

    @Test
    void decodesAUrlOnce() {
        assertThat(StorePath.fromUrl("a%20b/%E6%9D%AF+1.png").value()).isEqualTo("a b/杯+1.png");
        assertThat(StorePath.fromUrl("100%25.jpg").value()).isEqualTo("100%.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%", "a%4", "a%zz", "%ff.jpg", "%c3", "a%2fb", "%2e%2e"})
    void refusesBrokenEncodingAndEncodedSeparatorsInAUrl(String encoded) {
        assertThatThrownBy(() -> StorePath.fromUrl(encoded)).isInstanceOf(ApiError.class);
    }

    @Test
    void knowsExtensionsInAnyCase() {
        assertThat(new StorePath("a/B.JPeG").hasExtension("jpg", "jpeg")).isTrue();
        assertThat(new StorePath("a/jpg").hasExtension("jpg", "jpeg")).isFalse();
        assertThat(new StorePath("a/b.jpg.png").hasExtension("jpg", "jpeg")).isFalse();
    }
}
