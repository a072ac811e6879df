// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

/** The colours that a file's profile means, in sRGB. */
class PictureColoursTest {

    /** Red, green, blue, all within sRGB in each of the spaces. */
    private static final int[][] COLOURS = {
        {200, 120, 110}, {90, 140, 100}, {100, 110, 150}, {128, 128, 128}, {235, 225, 215}, {60, 50, 45}
    };

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        OpenCvLibrary.load();
    }

    private static List<Arguments> profilesAndFormats() {
        List<Arguments> all = new ArrayList<>();
        for (TestProfiles profile : TestProfiles.values()) {
            for (String extension : List.of(".png", ".jpg", ".webp")) {
                all.add(Arguments.of(profile, extension));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("profilesAndFormats")
    void aProfileIsApplied(TestProfiles profile, String extension) throws Exception {
        for (int[] colour : COLOURS) {
            byte[] plain = encoded(extension, plain(colour));
            byte[] file = TestFiles.withProfile(extension, plain, profile.icc());

            // JPEG stores nearly that colour only.
            try (Picture stored = read(plain)) {
                int[] bgr = TestPictures.pixel(stored.bgr(), 30, 20);
                assertColour(file, profile.toSrgb(bgr[2], bgr[1], bgr[0]), 1);
            }
        }
    }

    @Test
    void aProfileIsAppliedToSixteenBits() throws Exception {
        Mat deep = new Mat(40, 60, CvType.CV_16UC3, new Scalar(110 * 257, 120 * 257, 200 * 257));
        byte[] file = TestFiles.withProfile(".png", TestPictures.encoded(".png", deep), TestProfiles.PROPHOTO.icc());

        assertColour(file, TestProfiles.PROPHOTO.toSrgb(200, 120, 110), 2);
    }

    @Test
    void aProfileIsAppliedBesideAnAlphaChannel() throws Exception {
        Mat transparent = new Mat(40, 60, CvType.CV_8UC4, new Scalar(110, 120, 200, 90));
        byte[] file =
                TestFiles.withProfile(".png", TestPictures.encoded(".png", transparent), TestProfiles.ADOBE_RGB.icc());

        try (Picture picture = read(file)) {
            int[] expected = TestProfiles.ADOBE_RGB.toSrgb(200, 120, 110);
            int[] found = TestPictures.pixel(picture.colours(), 30, 20);
            assertThat(found[2]).isCloseTo(expected[0], within(2));
            assertThat(TestPictures.pixel(picture.ownAlpha().orElseThrow(), 30, 20))
                    .containsExactly(90);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".jpg"})
    void aGreyProfileIsApplied(String extension) throws Exception {
        for (int grey : new int[] {40, 128, 220}) {
            Mat picture = new Mat(40, 60, CvType.CV_8UC1, Scalar.all(grey));
            byte[] file =
                    TestFiles.withProfile(extension, TestPictures.encoded(extension, picture), TestProfiles.grey(1.8));
            double light = Math.pow(grey / 255.0, 1.8);
            int expected = (int) Math.round(255 * (1.055 * Math.pow(light, 1 / 2.4) - .055));

            assertColour(file, new int[] {expected, expected, expected}, 2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void fourInksLookAsTheirProfileSays(int number) throws Exception {
        byte[][] inks = {{0, 0, 0, 0}, {(byte) 200, 40, 10, 0}, {20, (byte) 180, (byte) 160, 90}};
        ICC_ColorSpace space = new ICC_ColorSpace(java.awt.color.ICC_Profile.getInstance(TestProfiles.cmyk()));
        float[] shares = new float[4];
        for (int i = 0; i < 4; i++) {
            shares[i] = (inks[number][i] & 0xff) / 255f;
        }
        float[] expected = space.toRGB(shares);
        int[] rgb = new int[3];
        for (int i = 0; i < 3; i++) {
            rgb[i] = Math.round(255 * expected[i]);
        }

        assertColour(TestFiles.withProfile(".jpg", fourInks(inks[number]), TestProfiles.cmyk()), rgb, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".jpg", ".webp"})
    void theProfileOfSrgbChangesNothing(String extension) throws Exception {
        byte[] icc = ((ICC_ColorSpace) ColorSpace.getInstance(ColorSpace.CS_sRGB))
                .getProfile()
                .getData();
        byte[] plain = encoded(extension, plain(COLOURS[0]));

        try (Picture with = read(TestFiles.withProfile(extension, plain, icc));
                Picture without = read(plain)) {
            assertThat(org.opencv.core.Core.norm(with.bgr(), without.bgr())).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".jpg", ".webp"})
    void aBrokenProfileCountsAsNone(String extension) throws Exception {
        byte[] broken = TestProfiles.DISPLAY_P3.icc();
        java.util.Arrays.fill(broken, 100, 200, (byte) 0x55);
        byte[] file = TestFiles.withProfile(extension, encoded(extension, plain(COLOURS[0])), broken);

        assertColour(file, COLOURS[0], 2);
    }

    private Picture read(byte[] file) throws Exception {
        return new PictureReader(1_000_000).read(TestPictures.write(folder.resolve("picture"), file));
    }

    private void assertColour(byte[] file, int[] rgb, int tolerance) throws Exception {
        try (Picture picture = read(file)) {
            int[] bgr = TestPictures.pixel(picture.bgr(), 30, 20);
            for (int i = 0; i < 3; i++) {
                assertThat(bgr[2 - i]).as("channel %d of %s", i, rgb).isCloseTo(rgb[i], within(tolerance));
            }
        }
    }

    private static Mat plain(int[] rgb) {
        return new Mat(40, 60, CvType.CV_8UC3, new Scalar(rgb[2], rgb[1], rgb[0]));
    }

    private static byte[] encoded(String extension, Mat picture) {
        return extension.equals(".webp")
                ? TestPictures.encoded(extension, picture, Imgcodecs.IMWRITE_WEBP_QUALITY, 101)
                : TestPictures.encoded(extension, picture);
    }

    /** As Adobe's programs write them: 255 is no ink. */
    private static byte[] fourInks(byte[] inks) throws Exception {
        WritableRaster raster = Raster.createInterleavedRaster(0, 60, 40, 4, null);
        for (int i = 0; i < 60 * 40; i++) {
            for (int c = 0; c < 4; c++) {
                raster.setSample(i % 60, i / 60, c, 255 - (inks[c] & 0xff));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
        byte[] adobe = TestFiles.concat(TestFiles.ascii("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, 0});
        return TestFiles.withSegment(out.toByteArray(), 0xee, adobe);
    }
}
