// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;

/** Each field of a rendering is verified by decoding what was written. */
class PictureWriterTest {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final RgbColor GREEN = new RgbColor(0, 200, 0);

    @TempDir
    private Path folder;

    private final Picture picture = new Picture(TestPictures.disc(WIDTH, HEIGHT), Optional.empty());
    private final AlphaMatte matte = new AlphaMatte(TestPictures.discAlpha(WIDTH, HEIGHT));

    @AfterEach
    void release() {
        picture.close();
        matte.close();
    }

    @ParameterizedTest
    @EnumSource
    void theFormatIsWritten(PictureFormat format) throws Exception {
        Path file = write(new Rendering(format, 1_000_000, Optional.empty(), 85, false));

        assertThat(PictureHeader.read(file)).isEqualTo(new PictureHeader(format, WIDTH, HEIGHT));
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "WEBP"})
    void withoutABackgroundTheBackdropIsTransparent(PictureFormat format) throws Exception {
        Mat cutout = TestPictures.decoded(write(new Rendering(format, 1_000_000, Optional.empty(), 85, false)));

        assertThat(cutout.channels()).isEqualTo(4);
        assertThat(TestPictures.pixel(cutout, 5, 5)[3]).isZero();
        assertThat(TestPictures.pixel(cutout, WIDTH / 2, HEIGHT / 2)[3]).isEqualTo(255);
        assertThat(TestPictures.pixel(cutout, WIDTH / 2, HEIGHT / 2)[2]).isCloseTo(200, within(12));
    }

    @Test
    void withoutABackgroundAJpegIsOnWhite() throws Exception {
        Mat cutout =
                TestPictures.decoded(write(new Rendering(PictureFormat.JPEG, 1_000_000, Optional.empty(), 95, false)));

        assertThat(TestPictures.pixel(cutout, 5, 5)).containsExactly(255, 255, 255);
    }

    @ParameterizedTest
    @EnumSource
    void theBackgroundColourIsBehindTheObject(PictureFormat format) throws Exception {
        Mat cutout = TestPictures.decoded(write(new Rendering(format, 1_000_000, Optional.of(GREEN), 95, false)));

        assertThat(cutout.channels()).isEqualTo(3);
        int[] corner = TestPictures.pixel(cutout, 5, 5);
        assertThat(corner[0]).isCloseTo(0, within(6));
        assertThat(corner[1]).isCloseTo(200, within(6));
        assertThat(corner[2]).isCloseTo(0, within(6));
    }

    @Test
    void aLargerCutoutIsScaledDownAndKeepsItsShape() throws Exception {
        PictureHeader header = PictureHeader.read(write(png(30_000, false)));

        assertThat(header.pixels()).isBetween(29_500L, 30_000L);
        assertThat(header.width() / (double) header.height()).isCloseTo(4 / 3.0, within(0.02));
    }

    @Test
    void aSmallerCutoutIsNotScaledUp() throws Exception {
        PictureHeader header = PictureHeader.read(write(png(12_000_000, false)));

        assertThat(header.width()).isEqualTo(WIDTH);
    }

    @ParameterizedTest
    @CsvSource({"400, 300, 1, 1, 1", "4000, 3000, 3000000, 2000, 1500", "320, 16, 2, 2, 1", "16, 320, 3, 1, 3"})
    void theFittingSizeNeverExceedsTheLimit(int width, int height, long max, int expectedWidth, int expectedHeight) {
        assertThat(PictureWriter.fittingSize(new Size(width, height), max))
                .isEqualTo(new Size(expectedWidth, expectedHeight));
    }

    @Test
    void autocropCutsToTheObject() throws Exception {
        PictureHeader header = PictureHeader.read(write(png(12_000_000, true)));

        assertThat(header.width()).isCloseTo(HEIGHT / 2, within(4));
        assertThat(header.height()).isCloseTo(HEIGHT / 2, within(4));
    }

    @Test
    void theResolutionLimitHoldsAfterTheCrop() throws Exception {
        PictureHeader header = PictureHeader.read(write(png(10_000, true)));

        assertThat(header.pixels()).isBetween(9_700L, 10_000L);
    }

    @Test
    void autocropOfNothingSaysThatThereIsNoSubject() {
        try (AlphaMatte empty = new AlphaMatte(Mat.zeros(HEIGHT, WIDTH, CvType.CV_8UC1))) {
            assertThatExceptionOfType(UnusablePictureException.class)
                    .isThrownBy(() -> PictureWriter.write(picture, empty, png(1000, true), folder.resolve("none")))
                    .withMessageContaining("No subject");
        }
    }

    @ParameterizedTest
    @EnumSource
    void lessCompressionMakesALargerFile(PictureFormat format) throws Exception {
        long small = Files.size(write(new Rendering(format, 1_000_000, Optional.empty(), 5, false)));
        long large = Files.size(write(new Rendering(format, 1_000_000, Optional.empty(), 95, false)));

        assertThat(large).isGreaterThan(small);
    }

    @ParameterizedTest
    @CsvSource({"1, 9", "50, 5", "85, 2", "100, 1"})
    void compressionChoosesThePngLevel(int compression, int level) {
        assertThat(PictureWriter.zlibLevel(compression)).isEqualTo(level);
    }

    @Test
    void anExistingFileIsReplaced() throws Exception {
        Path target = TestPictures.write(folder.resolve("old"), new byte[2_000_000]);

        PictureWriter.write(picture, matte, png(10_000, false), target);

        assertThat(Files.size(target)).isLessThan(100_000);
    }

    private static Rendering png(long maxResolution, boolean autocrop) {
        return new Rendering(PictureFormat.PNG, maxResolution, Optional.empty(), 85, autocrop);
    }

    /** The name has no extension: the format comes from the rendering. */
    private Path write(Rendering rendering) throws Exception {
        Path target = folder.resolve("cutout-" + rendering.compression());
        PictureWriter.write(picture, matte, rendering, target);
        return target;
    }
}
