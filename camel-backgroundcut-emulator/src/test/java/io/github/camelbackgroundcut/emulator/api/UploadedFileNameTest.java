// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.picture.PictureFormat;
import io.github.camelbackgroundcut.emulator.store.StorePath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadedFileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "photo.jpg | photo.png",
                "photo.jpeg | photo.png",
                "photo | photo.png",
                "photo.v2.webp | photo.v2.png",
                "Größe 杯子 +1.jpg | Größe 杯子 +1.png",
                "Dr. Müller | Dr. Müller.png",
                "C:\\pictures\\mug.jpg | mug.png",
                "../../etc/passwd | passwd.png",
                "folder/mug.jpg | mug.png",
                "we%22ird.jpg | we\"ird.png",
                "we\\\"ird.jpg | we\"ird.png",
                "line%0D%0Abreak.jpg | line__break.png",
                "100%.jpg | 100%.png",
                "a%2Fb.jpg | a_2Fb.png",
                ".. | file.png",
                "... | file.png",
                "a/ | file.png",
                ".jpg | .jpg.png"
            })
    void isMadeSafe(String sent, String stored) {
        assertThat(UploadedFileName.storedName(sent, PictureFormat.PNG)).isEqualTo(stored);
    }

    @Test
    void fallsBackWithoutAName() {
        assertThat(UploadedFileName.storedName("", PictureFormat.JPEG)).isEqualTo("file.jpg");
    }

    @Test
    void isCutBetweenCharacters() {
        String stored = UploadedFileName.storedName("😀".repeat(100) + ".jpg", PictureFormat.WEBP);

        assertThat(stored).isEqualTo("😀".repeat(50) + ".webp");
        assertThat(StorePath.segmentProblem(stored)).isEmpty();
    }

    @Test
    void replacesControlCharactersAndHalfSurrogates() {
        String stored = UploadedFileName.storedName("a\u0000b\u0007c\ud83dd.jpg", PictureFormat.JPEG);

        assertThat(stored).isEqualTo("a_b_c_d.jpg");
        assertThat(stored.getBytes(StandardCharsets.UTF_8)).hasSize(11);
    }
}
