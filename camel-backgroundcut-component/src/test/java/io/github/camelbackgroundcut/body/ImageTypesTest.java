// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.support.Pictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTypesTest {

    @ParameterizedTest
    @CsvSource({
        "image/png, image/png",
        "IMAGE/JPEG, image/jpeg",
        "image/jpeg; charset=binary, image/jpeg",
        "' image/webp ;q=1', image/webp",
        "image/svg+xml, image/svg+xml",
        "image/vnd.x-y.z, image/vnd.x-y.z",
    })
    void readsTheTypeOfAnImageFromAHeader(String header, String type) {
        assertThat(ImageTypes.fromHeader(header)).contains(type);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "application/octet-stream",
                "multipart/form-data; boundary=x",
                "text/plain",
                "image/",
                "image",
                "ximage/png",
                "image/png\r\nX-Evil: 1",
                "image/p ng"
            })
    void takesNothingElseFromAHeader(String header) {
        assertThat(ImageTypes.fromHeader(header)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mug.png, image/png",
        "mug.JPG, image/jpeg",
        "mug.jpeg, image/jpeg",
        "mug.jpe, image/jpeg",
        "mug.tar.WebP, image/webp",
    })
    void readsTheTypeFromAnExtension(String name, String type) {
        assertThat(ImageTypes.fromName(name)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mug", "mug.", "mug.gif", "png", "mug.png.bak"})
    void knowsNoOtherExtension(String name) {
        assertThat(ImageTypes.fromName(name)).isEmpty();
    }

    @Test
    void readsTheTypeFromTheFirstBytes() {
        assertThat(ImageTypes.fromFirstBytes(Pictures.png(4, 4))).contains("image/png");
        assertThat(ImageTypes.fromFirstBytes(Pictures.jpeg(4, 4))).contains("image/jpeg");
        assertThat(ImageTypes.fromFirstBytes(Pictures.webpHead())).contains("image/webp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G", "GIF89a", "RIFF1234WAVEfmt ", "RIFF", "PNG", "<html></html>"})
    void readsNoTypeFromOtherBytes(String bytes) {
        assertThat(ImageTypes.fromFirstBytes(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void readsTheTypeOfABody() throws IOException {
        assertThat(ImageTypes.of(ImageBody.of(Pictures.png(4, 4)))).contains("image/png");
    }
}
