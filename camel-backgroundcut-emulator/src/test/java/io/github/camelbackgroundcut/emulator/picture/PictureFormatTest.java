// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFormatTest {

    @ParameterizedTest
    @CsvSource({".png, PNG", ".jpg, JPEG", ".webp, WEBP"})
    void twelveBytesTellTheFormat(String extension, PictureFormat expected) {
        byte[] start = Arrays.copyOf(TestPictures.encoded(extension, TestPictures.plain(20, 20)), 12);

        assertThat(PictureFormat.detect(start)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "Hello, I am text", "RIFFxxxxAVI LIST", "GIF89a", "<svg xmlns="})
    void otherContentIsOfNoFormat(String content) {
        assertThat(PictureFormat.detect(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"png, PNG", "PNG, PNG", "webp, WEBP", "jpeg, JPEG", "JPEG, JPEG", "jpg, JPEG"})
    void apiNamesAreReadInAnyCase(String name, PictureFormat expected) {
        assertThat(PictureFormat.fromApiName(name)).contains(expected);
    }

    @Test
    void anUnknownApiNameIsEmpty() {
        assertThat(PictureFormat.fromApiName("gif")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PNG, png, image/png, png", "WEBP, webp, image/webp, webp", "JPEG, jpg, image/jpeg, jpeg"})
    void eachFormatHasItsNames(PictureFormat format, String extension, String mediaType, String apiName) {
        assertThat(format.extension()).isEqualTo(extension);
        assertThat(format.mediaType()).isEqualTo(mediaType);
        assertThat(format.apiName()).isEqualTo(apiName);
    }
}
