// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.imgcodecs.Imgcodecs;

class PictureHeaderTest {

    private static final String PNG_START = "89504e470d0a1a0a0000000d49484452";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({".png, PNG", ".jpg, JPEG", ".webp, WEBP"})
    void theSizeIsReadFromEachFormat(String extension, PictureFormat format) throws Exception {
        byte[] file = TestPictures.encoded(extension, TestPictures.plain(301, 203));

        assertThat(read(file)).isEqualTo(new PictureHeader(format, 301, 203));
    }

    @Test
    void theSizeIsReadFromAProgressiveJpeg() throws Exception {
        byte[] file = TestPictures.encoded(".jpg", TestPictures.plain(301, 203), Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1);

        assertThat(read(file)).isEqualTo(new PictureHeader(PictureFormat.JPEG, 301, 203));
    }

    @Test
    void theSizeIsReadFromALosslessWebp() throws Exception {
        byte[] file = TestPictures.encoded(".webp", TestPictures.plain(301, 203), Imgcodecs.IMWRITE_WEBP_QUALITY, 101);

        assertThat(new String(file, 12, 4, StandardCharsets.ISO_8859_1)).isEqualTo("VP8L");
        assertThat(read(file)).isEqualTo(new PictureHeader(PictureFormat.WEBP, 301, 203));
    }

    @Test
    void theSizeIsReadFromAWebpWithAlpha() throws Exception {
        byte[] file = TestPictures.encoded(
                ".webp", TestPictures.withDiscAlpha(TestPictures.disc(301, 203)), Imgcodecs.IMWRITE_WEBP_QUALITY, 80);

        assertThat(new String(file, 12, 4, StandardCharsets.ISO_8859_1)).isEqualTo("VP8X");
        assertThat(read(file)).isEqualTo(new PictureHeader(PictureFormat.WEBP, 301, 203));
    }

    @Test
    void exifSegmentsBeforeTheSizeArePassedOver() throws Exception {
        byte[] file = TestPictures.withOrientation(TestPictures.encoded(".jpg", TestPictures.plain(301, 203)), 6);

        assertThat(read(file)).isEqualTo(new PictureHeader(PictureFormat.JPEG, 301, 203));
    }

    @Test
    void aHugePngIsReadWithoutOverflow() throws Exception {
        PictureHeader header = read(hex(PNG_START + "7fffffff7fffffff0802000000"));

        assertThat(header.pixels()).isEqualTo((long) Integer.MAX_VALUE * Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000000000ff", "ffffffff000000ff", "000000ff80000000"})
    void aPngWithoutAUsableSizeIsRefused(String size) {
        assertRefused(hex(PNG_START + size + "0802000000"), "pixels large");
    }

    @Test
    void aPngThatDoesNotStartWithItsHeaderIsRefused() {
        assertRefused(hex("89504e470d0a1a0a0000000d49444154000000ff000000ff"), "IHDR");
    }

    @Test
    void aJpegWithoutAFrameIsRefused() {
        assertRefused(hex("ffd8ffe00004aabbffda0004000000ffd9"), "does not say how large");
    }

    @Test
    void aJpegOfMarkersOnlyIsTruncated() {
        assertRefused(hex("ffd8ffffffffffffffffffff"), "truncated");
    }

    @Test
    void anUnknownWebpChunkIsRefused() {
        assertRefused(
                "RIFF\u0020\0\0\0WEBPABCD\u0010\0\0\0nothing that is known".getBytes(StandardCharsets.ISO_8859_1),
                "how large");
    }

    @Test
    void anAnimatedWebpIsRefused() {
        byte[] file = TestPictures.encoded(
                ".webp", TestPictures.withDiscAlpha(TestPictures.disc(40, 40)), Imgcodecs.IMWRITE_WEBP_QUALITY, 80);
        file[20] |= 0x02;

        assertRefused(file, "animated");
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".jpg", ".webp"})
    void aHeaderThatIsCutOffIsTruncated(String extension) {
        byte[] file = TestPictures.encoded(extension, TestPictures.plain(40, 40));

        assertRefused(Arrays.copyOf(file, 18), "truncated");
    }

    @Test
    void textIsNoPicture() {
        assertRefused(
                "This is not a picture, whatever it is called".getBytes(StandardCharsets.UTF_8),
                "not a PNG, JPEG or WebP");
    }

    @Test
    void anEmptyFileIsNoPicture() {
        assertRefused(new byte[0], "empty");
    }

    private PictureHeader read(byte[] bytes) throws Exception {
        return PictureHeader.read(TestPictures.write(folder.resolve("file"), bytes));
    }

    private void assertRefused(byte[] bytes, String reason) {
        assertThatExceptionOfType(UnusablePictureException.class)
                .isThrownBy(() -> read(bytes))
                .withMessageContaining(reason);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
