// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePicturesTest {

    private static final Path SAMPLES = Path.of("samples");

    @TempDir
    private Path folder;

    @Test
    void areAtLeastEightAndNotTooLarge() throws Exception {
        List<Path> pictures = SamplePictures.in(SAMPLES);
        long bytes = 0;
        for (Path picture : pictures) {
            bytes += Files.size(picture);
        }

        assertThat(pictures).hasSizeGreaterThanOrEqualTo(8);
        assertThat(bytes).isLessThan(3_000_000);
    }

    @Test
    void haveTheSizeOfPhotographsAndTheirAlphaHasTheSame() throws Exception {
        List<Integer> megapixels = new ArrayList<>();
        for (Path picture : SamplePictures.in(SAMPLES)) {
            PictureSize size = PictureSize.of(picture);
            Path alpha = picture.resolveSibling(picture.getFileName().toString().replace(".jpg", "-alpha.png"));
            PictureSize alphaSize = PictureSize.of(alpha);
            megapixels.add(size.width() * size.height() / 1_000_000);

            assertThat(Math.max(size.width(), size.height())).isGreaterThanOrEqualTo(1200);
            assertThat(Math.min(size.width(), size.height())).isGreaterThanOrEqualTo(900);
            assertThat(alphaSize.width()).as(alpha.toString()).isEqualTo(size.width());
            assertThat(alphaSize.height()).as(alpha.toString()).isEqualTo(size.height());
        }

        assertThat(megapixels).contains(12);
    }

    @Test
    void areThoseWithAnAlpha() throws Exception {
        Files.writeString(folder.resolve("mug.jpg"), "");
        Files.writeString(folder.resolve("mug-alpha.png"), "");
        Files.writeString(folder.resolve("strip.jpg"), "");

        assertThat(SamplePictures.in(folder)).containsExactly(folder.resolve("mug.jpg"));
    }

    @Test
    void mustExist() {
        assertThatIOException().isThrownBy(() -> SamplePictures.in(folder)).withMessageContaining("No sample pictures");
    }
}
