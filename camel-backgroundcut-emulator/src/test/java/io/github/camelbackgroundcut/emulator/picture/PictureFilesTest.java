// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** What files of real cameras and programs hold beside plain pixels: orientation, resolution, transparent grey, no end. */
class PictureFilesTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        OpenCvLibrary.load();
    }

    private static List<byte[]> jpegs() {
        List<byte[]> jpegs = new ArrayList<>();
        jpegs.add(TestPictures.encoded(".jpg", TestPictures.disc(120, 80)));
        jpegs.add(TestPictures.encoded(".jpg", TestPictures.clutter(400, 300), Imgcodecs.IMWRITE_JPEG_QUALITY, 70));
        jpegs.add(TestPictures.encoded(".jpg", TestPictures.clutter(400, 300), Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1));
        jpegs.add(TestPictures.encoded(".jpg", TestPictures.disc(640, 480), Imgcodecs.IMWRITE_JPEG_RST_INTERVAL, 20));
        return jpegs;
    }

    /** The stored picture has a mark at its top left; it comes to lie at x, y. */
    @ParameterizedTest
    @CsvSource({
        ".png, 1, 120, 5, 5", ".png, 2, 120, 114, 5", ".png, 3, 120, 114, 74", ".png, 4, 120, 5, 74",
        ".png, 5, 80, 5, 5", ".png, 6, 80, 74, 5", ".png, 7, 80, 74, 114", ".png, 8, 80, 5, 114",
        ".jpg, 2, 120, 114, 5", ".jpg, 5, 80, 5, 5", ".jpg, 6, 80, 74, 5", ".jpg, 7, 80, 74, 114",
        ".webp, 3, 120, 114, 74", ".webp, 6, 80, 74, 5", ".webp, 8, 80, 5, 114"
    })
    void aPictureIsTurnedUpright(String extension, int orientation, int width, int x, int y) throws Exception {
        Mat stored = TestPictures.plain(120, 80);
        Imgproc.rectangle(stored, new Rect(0, 0, 20, 20), TestPictures.RED, -1);
        byte[] file = TestFiles.withExif(extension, encoded(extension, stored), TestFiles.exif(orientation, 300));

        try (Picture picture = read(file)) {
            assertThat(picture.width()).isEqualTo(width);
            assertThat(picture.height()).isEqualTo(200 - width);
            assertThat(TestPictures.pixel(picture.bgr(), x, y)[0]).isLessThan(90);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".jpg", ".webp"})
    void theResolutionIsKeptInAllFormats(String extension) throws Exception {
        byte[] file =
                TestFiles.withExif(extension, encoded(extension, TestPictures.disc(120, 80)), TestFiles.exif(1, 240));

        for (PictureFormat format : PictureFormat.values()) {
            assertResolutionOfCutout(file, format, 240, 240);
        }
    }

    @Test
    void theResolutionOfAPngIsKept() throws Exception {
        byte[] phys =
                ByteBuffer.allocate(9).putInt(11811).putInt(5906).put((byte) 1).array();
        byte[] file = TestFiles.withChunk(TestPictures.encoded(".png", TestPictures.disc(120, 80)), "pHYs", phys);

        for (PictureFormat format : PictureFormat.values()) {
            assertResolutionOfCutout(file, format, 300, 150);
        }
    }

    @Test
    void theDensityOfAJpegIsKept() throws Exception {
        byte[] file = TestPictures.encoded(".jpg", TestPictures.disc(120, 80));
        file[13] = 1;
        ByteBuffer.wrap(file).putShort(14, (short) 96).putShort(16, (short) 72);

        assertResolutionOfCutout(file, PictureFormat.WEBP, 96, 72);
    }

    @ParameterizedTest
    @CsvSource({"8, 255", "8, 7", "16, 300"})
    void oneGreyOfAPngCanBeTransparent(int bits, int key) throws Exception {
        int type = bits == 16 ? CvType.CV_16UC1 : CvType.CV_8UC1;
        Mat grey = new Mat(40, 60, type, Scalar.all(90));
        Imgproc.rectangle(grey, new Rect(0, 0, 30, 40), Scalar.all(key), -1);
        byte[] trns = {(byte) (key >> 8), (byte) key};

        try (Picture picture = read(TestFiles.withChunk(TestPictures.encoded(".png", grey), "tRNS", trns))) {
            Mat alpha = picture.ownAlpha().orElseThrow();
            assertThat(TestPictures.pixel(alpha, 10, 20)).containsExactly(0);
            assertThat(TestPictures.pixel(alpha, 50, 20)).containsExactly(255);
        }
    }

    @ParameterizedTest
    @MethodSource("jpegs")
    void aJpegNeedsNoEndMarker(byte[] jpeg) throws Exception {
        byte[] withoutEnd = Arrays.copyOf(jpeg, jpeg.length - 2);
        byte[] padded = Arrays.copyOf(withoutEnd, withoutEnd.length + 300);

        try (Picture whole = read(jpeg);
                Picture cut = read(withoutEnd);
                Picture filled = read(padded)) {
            assertThat(Core.norm(whole.bgr(), cut.bgr())).isZero();
            assertThat(Core.norm(whole.bgr(), filled.bgr())).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("jpegs")
    void aJpegWithoutSomeScanLinesIsRefusedAlsoIfItEndsProperly(byte[] jpeg) {
        byte[] half = Arrays.copyOf(jpeg, jpeg.length / 2);
        half[half.length - 2] = (byte) 0xff;
        half[half.length - 1] = (byte) 0xd9;

        assertRefused(half, "truncated");
        assertRefused(Arrays.copyOf(jpeg, jpeg.length * 2 / 3), "truncated");
    }

    @ParameterizedTest
    @MethodSource("jpegs")
    void aJpegWithDamagedScansIsRefused(byte[] jpeg) {
        byte[] damaged = jpeg.clone();
        byte[] noise = new byte[200];
        new Random(5).nextBytes(noise);
        System.arraycopy(noise, 0, damaged, jpeg.length * 2 / 3, noise.length);

        assertThatExceptionOfType(UnusablePictureException.class).isThrownBy(() -> read(damaged));
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 101})
    void anAnimationOfOneFrameIsAStillPicture(int quality) throws Exception {
        byte[] still =
                TestPictures.encoded(".webp", TestPictures.disc(120, 80), Imgcodecs.IMWRITE_WEBP_QUALITY, quality);

        try (Picture one = read(TestFiles.animation(still, 120, 80, 1));
                Picture plain = read(still)) {
            assertThat(Core.norm(one.bgr(), plain.bgr())).isZero();
        }
        assertRefused(TestFiles.animation(still, 120, 80, 2), "animated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"heic", "mif1", "avif"})
    void aHeicPictureIsNamed(String brand) {
        byte[] file = TestFiles.concat(new byte[] {0, 0, 0, 24}, TestFiles.ascii("ftyp" + brand), new byte[100]);

        assertRefused(file, "HEIC");
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".webp"})
    void semiTransparentPixelsKeepTheirColours(String extension) throws Exception {
        Mat shadow = new Mat(64, 64, CvType.CV_8UC4, Scalar.all(0));
        for (int x = 8; x < 56; x++) {
            Imgproc.rectangle(shadow, new Rect(x, 8, 1, 48), new Scalar(x * 4, 20, 250 - x * 4, x * 4), -1);
        }

        Mat cutout = cutOut(encoded(extension, shadow), 64 * 64);

        assertThat(TestPictures.pixel(cutout, 20, 30)).containsExactly(80, 20, 170, 80);
        assertThat(TestPictures.pixel(cutout, 50, 30)).containsExactly(200, 20, 50, 200);
    }

    @Test
    void whatIsTransparentDoesNotBlendIntoASmallerCutout() throws Exception {
        Mat bgra = new Mat(64, 64, CvType.CV_8UC4, new Scalar(255, 255, 255, 0));
        Imgproc.rectangle(bgra, new Rect(9, 9, 46, 46), new Scalar(0, 0, 0, 255), -1);

        Mat cutout = cutOut(TestPictures.encoded(".png", bgra), 16 * 16);

        assertThat(TestPictures.pixel(cutout, 2, 8)[3]).isBetween(100, 250);
        assertThat(TestPictures.pixel(cutout, 2, 8)[0]).isLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWhollyTransparentPictureHasNoSubject(boolean autocrop) throws Exception {
        Mat nothing = new Mat(64, 64, CvType.CV_8UC4, new Scalar(10, 20, 30, 0));

        try (Picture picture = read(TestPictures.encoded(".png", nothing));
                AlphaMatte matte = opaque(picture)) {
            Rendering rendering = new Rendering(PictureFormat.PNG, 10_000, Optional.empty(), 85, autocrop);
            assertThatExceptionOfType(UnusablePictureException.class)
                    .isThrownBy(() -> PictureWriter.write(picture, matte, rendering, folder.resolve("out")))
                    .withMessageContaining("No subject");
        }
    }

    private Mat cutOut(byte[] file, int pixels) throws Exception {
        try (Picture picture = read(file);
                AlphaMatte matte = opaque(picture)) {
            Rendering rendering = new Rendering(PictureFormat.PNG, pixels, Optional.empty(), 85, false);
            PictureWriter.write(picture, matte, rendering, folder.resolve("out.png"));
            return TestPictures.decoded(folder.resolve("out.png"));
        }
    }

    private void assertResolutionOfCutout(byte[] file, PictureFormat format, double across, double down)
            throws Exception {
        Path target = folder.resolve("out." + format.extension());
        try (Picture picture = read(file);
                AlphaMatte matte = opaque(picture)) {
            PictureWriter.write(picture, matte, new Rendering(format, 5_000, Optional.empty(), 90, false), target);
        }
        try (Picture cutout = new PictureReader(1_000_000).read(target)) {
            assertThat(cutout.resolution().orElseThrow().across()).isCloseTo(across, within(0.5));
            assertThat(cutout.resolution().orElseThrow().down()).isCloseTo(down, within(0.5));
        }
    }

    private static AlphaMatte opaque(Picture picture) {
        return new AlphaMatte(new Mat(picture.height(), picture.width(), CvType.CV_8UC1, Scalar.all(255)));
    }

    private Picture read(byte[] file) throws Exception {
        return new PictureReader(1_000_000).read(TestPictures.write(folder.resolve("picture"), file));
    }

    private void assertRefused(byte[] file, String reason) {
        assertThatExceptionOfType(UnusablePictureException.class)
                .isThrownBy(() -> read(file))
                .withMessageContaining(reason);
    }

    private static byte[] encoded(String extension, Mat picture) {
        return extension.equals(".webp")
                ? TestPictures.encoded(extension, picture, Imgcodecs.IMWRITE_WEBP_QUALITY, 101)
                : TestPictures.encoded(extension, picture);
    }
}
