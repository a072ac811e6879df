// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class PictureReaderTest {

    private static final long MAX_PIXELS = 1_000_000;

    @TempDir
    private Path folder;

    private final PictureReader reader = new PictureReader(MAX_PIXELS);

    @ParameterizedTest
    @ValueSource(strings = {".png", ".jpg", ".webp"})
    void eachFormatIsDecoded(String extension) throws Exception {
        Path file = TestPictures.write(folder.resolve("disc" + extension), TestPictures.disc(120, 80));

        try (Picture picture = reader.read(file)) {
            assertThat(picture.width()).isEqualTo(120);
            assertThat(picture.height()).isEqualTo(80);
            assertThat(picture.ownAlpha()).isEmpty();
            assertThat(TestPictures.pixel(picture.bgr(), 60, 40)[2]).isCloseTo(200, within(12));
        }
    }

    /** The stored picture has a mark at its top left, which moves to x, y. */
    @ParameterizedTest
    @CsvSource({"1, 120, 80, 5, 5", "3, 120, 80, 114, 74", "6, 80, 120, 74, 5", "8, 80, 120, 5, 114"})
    void exifOrientationIsHonoured(int orientation, int width, int height, int x, int y) throws Exception {
        Mat stored = TestPictures.plain(120, 80);
        Imgproc.rectangle(stored, new Rect(0, 0, 20, 20), TestPictures.RED, -1);
        byte[] jpeg = TestPictures.withOrientation(TestPictures.encoded(".jpg", stored), orientation);

        try (Picture picture = reader.read(TestPictures.write(folder.resolve("turned.jpg"), jpeg))) {
            assertThat(picture.width()).isEqualTo(width);
            assertThat(picture.height()).isEqualTo(height);
            assertThat(TestPictures.pixel(picture.bgr(), x, y)[0]).isLessThan(90);
        }
    }

    @Test
    void sixteenBitsBecomeEight() throws Exception {
        Mat deep = new Mat(40, 60, CvType.CV_16UC3, new Scalar(0, 257 * 100, 65535));

        try (Picture picture = reader.read(TestPictures.write(folder.resolve("deep.png"), deep))) {
            assertThat(TestPictures.pixel(picture.bgr(), 30, 20)).containsExactly(0, 100, 255);
        }
    }

    @Test
    void greyBecomesColour() throws Exception {
        Mat grey = new Mat(40, 60, CvType.CV_8UC1, Scalar.all(77));

        try (Picture picture = reader.read(TestPictures.write(folder.resolve("grey.png"), grey))) {
            assertThat(TestPictures.pixel(picture.bgr(), 30, 20)).containsExactly(77, 77, 77);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".webp"})
    void anAlphaChannelIsKeptAndComposedOnWhite(String extension) throws Exception {
        Mat transparent = TestPictures.withDiscAlpha(TestPictures.disc(120, 80));
        Path file = TestPictures.write(folder.resolve("alpha" + extension), transparent);

        try (Picture picture = reader.read(file)) {
            Mat alpha = picture.ownAlpha().orElseThrow();
            assertThat(TestPictures.pixel(alpha, 60, 40)).containsExactly(255);
            assertThat(TestPictures.pixel(alpha, 2, 2)).containsExactly(0);
            assertThat(TestPictures.pixel(picture.bgr(), 2, 2)).containsExactly(255, 255, 255);
            assertThat(picture.isCutOutAlready()).isTrue();
        }
    }

    @Test
    void anAlphaChannelThatHidesNothingIsDropped() throws Exception {
        Mat opaque = new Mat(40, 60, CvType.CV_8UC4, new Scalar(10, 20, 30, 255));

        try (Picture picture = reader.read(TestPictures.write(folder.resolve("opaque.png"), opaque))) {
            assertThat(picture.ownAlpha()).isEmpty();
            assertThat(picture.isCutOutAlready()).isFalse();
        }
    }

    @Test
    void aPictureThatIsTransparentInACornerOnlyIsNotCutOut() throws Exception {
        Mat bgra = new Mat(40, 60, CvType.CV_8UC4, new Scalar(10, 20, 30, 255));
        Imgproc.rectangle(bgra, new Rect(0, 0, 8, 8), Scalar.all(0), -1);

        try (Picture picture = reader.read(TestPictures.write(folder.resolve("corner.png"), bgra))) {
            assertThat(picture.ownAlpha()).isPresent();
            assertThat(picture.isCutOutAlready()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".jpg", ".webp"})
    void aTruncatedPictureIsRefused(String extension) {
        byte[] whole = TestPictures.encoded(extension, TestPictures.disc(120, 80));

        for (int length : new int[] {whole.length - 12, whole.length * 3 / 4, whole.length / 2}) {
            assertRefused(Arrays.copyOf(whole, length), "truncated");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".webp"})
    void aPictureWithoutItsLastByteIsRefused(String extension) {
        byte[] whole = TestPictures.encoded(extension, TestPictures.disc(120, 80));

        assertRefused(Arrays.copyOf(whole, whole.length - 1), "truncated");
    }

    @Test
    void aTruncatedJpegWithAWholePreviewIsRefused() {
        byte[] jpeg = TestPictures.encoded(".jpg", TestPictures.disc(120, 80));
        byte[] preview = TestPictures.encoded(".jpg", TestPictures.disc(32, 24));
        byte[] segment = new byte[preview.length + 4];
        segment[0] = (byte) 0xff;
        segment[1] = (byte) 0xe1;
        segment[2] = (byte) (preview.length + 2 >> 8);
        segment[3] = (byte) (preview.length + 2);
        System.arraycopy(preview, 0, segment, 4, preview.length);
        byte[] both = concat(Arrays.copyOf(jpeg, 2), segment, Arrays.copyOfRange(jpeg, 2, jpeg.length - 40));

        assertRefused(both, "truncated");
    }

    @Test
    void whatACameraAppendsToAJpegDoesNotMatter() throws Exception {
        byte[] jpeg = concat(TestPictures.encoded(".jpg", TestPictures.disc(120, 80)), new byte[500]);

        try (Picture picture = reader.read(TestPictures.write(folder.resolve("trailer.jpg"), jpeg))) {
            assertThat(picture.width()).isEqualTo(120);
        }
    }

    @Test
    void aPngWithDamagedDataIsRefused() {
        byte[] png = TestPictures.encoded(".png", TestPictures.disc(120, 80));
        Arrays.fill(png, png.length / 3, png.length / 2, (byte) 0x55);

        assertThatExceptionOfType(UnusablePictureException.class)
                .isThrownBy(() -> reader.read(TestPictures.write(folder.resolve("file"), png)));
    }

    /** 10000 x 10000 pixels in a file of a few bytes: no decoder may ever see it. */
    @Test
    void aBombIsRefusedByItsHeaderAlone() {
        byte[] bomb = concat(
                Arrays.copyOf(TestPictures.encoded(".png", TestPictures.plain(20, 20)), 16),
                new byte[] {0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10, 8, 2, 0, 0, 0});

        assertRefused(bomb, "too large: 10000 x 10000 pixels, more than the 1000000 allowed");
    }

    /** The data is for 120 x 80 pixels, but the frame header says 60000 x 60000. */
    @Test
    void aJpegThatLiesAboutItsSizeIsRefused() {
        byte[] jpeg = TestPictures.encoded(".jpg", TestPictures.disc(120, 80));
        int frame = indexOf(jpeg, (byte) 0xff, (byte) 0xc0);
        jpeg[frame + 5] = (byte) 0xea;
        jpeg[frame + 6] = 0x60;
        jpeg[frame + 7] = (byte) 0xea;
        jpeg[frame + 8] = 0x60;

        assertRefused(jpeg, "too large: 60000 x 60000");
    }

    /** The sides do not divide by the factors: the decoder rounds up. */
    @ParameterizedTest
    @CsvSource({"1, 9000, 129, 87", "6, 9000, 87, 129", "1, 2000, 65, 44", "8, 2000, 44, 65", "1, 30000, 257, 173"})
    void aJpegIsDecodedAtAReducedSizeIfFewPixelsAreNeeded(int orientation, long needed, int width, int height)
            throws Exception {
        byte[] jpeg =
                TestPictures.withOrientation(TestPictures.encoded(".jpg", TestPictures.disc(257, 173)), orientation);
        Path file = TestPictures.write(folder.resolve("reduced.jpg"), jpeg);

        try (Picture picture = reader.read(file, needed);
                Picture whole = reader.read(file)) {
            assertThat(picture.bgr().size()).isEqualTo(new Size(width, height));
            assertThat(picture.fullSize()).isEqualTo(whole.bgr().size());
            Mat shrunk = new Mat();
            Imgproc.resize(whole.bgr(), shrunk, picture.bgr().size(), 0, 0, Imgproc.INTER_AREA);
            assertThat(Core.norm(shrunk, picture.bgr(), Core.NORM_L1) / (3 * shrunk.total()))
                    .as("mean difference")
                    .isLessThan(3);
        }
    }

    @Test
    void otherFormatsAreDecodedWhole() throws Exception {
        Path file = TestPictures.write(folder.resolve("whole.png"), TestPictures.disc(256, 172));

        try (Picture picture = reader.read(file, 1)) {
            assertThat(picture.bgr().size()).isEqualTo(new Size(256, 172));
        }
    }

    @Test
    void theLimitHoldsForTheFullSize() {
        Path file = TestPictures.write(folder.resolve("large.jpg"), TestPictures.plain(1001, 1000));

        assertThatExceptionOfType(UnusablePictureException.class)
                .isThrownBy(() -> reader.read(file, 1))
                .withMessageContaining("too large: 1001 x 1000");
    }

    @Test
    void aPictureAtTheLimitIsDecoded() throws Exception {
        Path file = TestPictures.write(folder.resolve("limit.png"), TestPictures.plain(1000, 1000));

        try (Picture picture = reader.read(file)) {
            assertThat(Core.mean(picture.bgr()).val[0]).isEqualTo(190);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, too small", "400, 15, too small", "16, 321, too thin", "700, 30, too thin"})
    void picturesWithoutRoomForAnObjectAreRefused(int width, int height, String reason) {
        assertRefused(TestPictures.encoded(".png", TestPictures.plain(width, height)), reason);
    }

    @Test
    void textCalledJpgIsRefused() {
        assertRefused("I only pretend to be a picture".getBytes(StandardCharsets.UTF_8), "not a PNG, JPEG or WebP");
    }

    private void assertRefused(byte[] bytes, String reason) {
        assertThatExceptionOfType(UnusablePictureException.class)
                .isThrownBy(() -> reader.read(TestPictures.write(folder.resolve("picture.jpg"), bytes)))
                .withMessageContaining(reason);
    }

    private static int indexOf(byte[] bytes, byte first, byte second) {
        for (int i = 0; i < bytes.length - 1; i++) {
            if (bytes[i] == first && bytes[i + 1] == second) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }

    private static byte[] concat(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] result = new byte[length];
        int offset = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, result, offset, part.length);
            offset += part.length;
        }
        return result;
    }
}
