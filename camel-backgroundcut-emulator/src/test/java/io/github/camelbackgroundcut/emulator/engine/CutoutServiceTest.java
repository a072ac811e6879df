// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.PictureFormat;
import io.github.camelbackgroundcut.emulator.picture.PictureHeader;
import io.github.camelbackgroundcut.emulator.picture.Rendering;
import io.github.camelbackgroundcut.emulator.picture.TestPictures;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class CutoutServiceTest {

    private static final long MAX_PIXELS = 1_000_000;
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;

    @TempDir
    private Path folder;

    private final DiscEngine discEngine = new DiscEngine();

    @Test
    void eachOutputIsWrittenAsItWasAskedFor() throws Exception {
        Path png = folder.resolve("large");
        Path jpeg = folder.resolve("small");

        try (CutoutService service = CutoutService.withDefaultEngine(MAX_PIXELS)) {
            service.removeBackground(
                    input(),
                    List.of(
                            new CutoutOutput(png, Quality.MEDIUM, rendering(PictureFormat.PNG, 1_000_000)),
                            new CutoutOutput(jpeg, Quality.LOW, rendering(PictureFormat.JPEG, 10_000))));
        }

        assertThat(PictureHeader.read(png)).isEqualTo(new PictureHeader(PictureFormat.PNG, WIDTH, HEIGHT));
        assertThat(PictureHeader.read(jpeg).format()).isEqualTo(PictureFormat.JPEG);
        assertThat(PictureHeader.read(jpeg).pixels()).isLessThanOrEqualTo(10_000);
    }

    @Test
    void thereIsOneMatteForEachQuality() throws Exception {
        try (CutoutService service = new CutoutService(discEngine, MAX_PIXELS)) {
            service.removeBackground(
                    input(), List.of(output("a", Quality.HIGH), output("b", Quality.LOW), output("c", Quality.HIGH)));
        }

        assertThat(discEngine.qualities).containsExactlyInAnyOrder(Quality.LOW, Quality.HIGH);
        assertThat(List.of("a", "b", "c"))
                .allSatisfy(name -> assertThat(folder.resolve(name)).isNotEmptyFile());
    }

    @Test
    void aPictureThatCameCutOutKeepsItsAlpha() throws Exception {
        Mat cutout = TestPictures.withDiscAlpha(TestPictures.plain(WIDTH, HEIGHT));
        Path input = TestPictures.write(folder.resolve("cutout.png"), cutout);

        try (CutoutService service = CutoutService.withDefaultEngine(MAX_PIXELS)) {
            service.removeBackground(input, List.of(output("again", Quality.HIGH)));
        }

        Mat again = TestPictures.decoded(folder.resolve("again"));
        Mat alpha = new Mat();
        Core.extractChannel(again, alpha, 3);
        assertThat(Core.norm(alpha, TestPictures.discAlpha(WIDTH, HEIGHT), Core.NORM_INF))
                .isZero();
    }

    @Test
    void whatWasTransparentStaysTransparent() throws Exception {
        Mat bgra = new Mat();
        Imgproc.cvtColor(TestPictures.disc(WIDTH, HEIGHT), bgra, Imgproc.COLOR_BGR2BGRA);
        Imgproc.rectangle(bgra, new Rect(WIDTH / 2 - 10, HEIGHT / 2 - 10, 20, 20), Scalar.all(0), -1);
        Path input = TestPictures.write(folder.resolve("hole.png"), bgra);

        try (CutoutService service = new CutoutService(discEngine, MAX_PIXELS)) {
            service.removeBackground(input, List.of(output("kept", Quality.LOW)));
        }

        Mat kept = TestPictures.decoded(folder.resolve("kept"));
        assertThat(TestPictures.pixel(kept, WIDTH / 2, HEIGHT / 2)[3]).isZero();
        assertThat(TestPictures.pixel(kept, WIDTH / 2 + 40, HEIGHT / 2)[3]).isEqualTo(255);
    }

    @Test
    void aSegmentIsAJpegOnWhite() throws Exception {
        Path output = folder.resolve("segment");

        try (CutoutService service = CutoutService.withDefaultEngine(MAX_PIXELS)) {
            service.segment(input(), output, List.of(new Point(WIDTH / 2, HEIGHT / 2)), List.of());
        }

        assertThat(PictureHeader.read(output)).isEqualTo(new PictureHeader(PictureFormat.JPEG, WIDTH, HEIGHT));
        Mat segment = TestPictures.decoded(output);
        assertThat(TestPictures.pixel(segment, 5, 5)).containsExactly(255, 255, 255);
        assertThat(TestPictures.pixel(segment, WIDTH / 2, HEIGHT / 2)[0]).isCloseTo(30, within(12));
    }

    /** In the file the object is at the left, upright it is at the top. */
    @Test
    void pointsAreThoseOfTheUprightPicture() throws Exception {
        Mat stored = TestPictures.backdrop(WIDTH, HEIGHT);
        Imgproc.circle(stored, new org.opencv.core.Point(100, 150), 60, TestPictures.RED, -1);
        byte[] jpeg = TestPictures.withOrientation(TestPictures.encoded(".jpg", stored), 6);
        Path input = TestPictures.write(folder.resolve("turned.jpg"), jpeg);
        Path output = folder.resolve("segment");

        try (CutoutService service = CutoutService.withDefaultEngine(MAX_PIXELS)) {
            service.segment(input, output, List.of(new Point(150, 100)), List.of());
        }

        Mat segment = TestPictures.decoded(output);
        assertThat(segment.cols()).isEqualTo(HEIGHT);
        assertThat(TestPictures.pixel(segment, 150, 100)[0]).isCloseTo(30, within(15));
        assertThat(TestPictures.pixel(segment, 150, 300)).containsExactly(255, 255, 255);
    }

    @Test
    void aPointOutsideOfThePictureIsRefused() {
        try (CutoutService service = new CutoutService(discEngine, MAX_PIXELS)) {
            assertThatExceptionOfType(UnusablePictureException.class)
                    .isThrownBy(() ->
                            service.segment(input(), folder.resolve("none"), List.of(new Point(WIDTH, 0)), List.of()))
                    .withMessageContaining("The point 400, 0 is outside of the picture, which is 400 x 300");
            assertThatExceptionOfType(UnusablePictureException.class)
                    .isThrownBy(() -> service.segment(
                            input(), folder.resolve("none"), List.of(new Point(1, 1)), List.of(new Point(0, -1))));
        }
    }

    @Test
    void aSegmentNeedsAForegroundPoint() {
        try (CutoutService service = new CutoutService(discEngine, MAX_PIXELS)) {
            assertThatExceptionOfType(UnusablePictureException.class)
                    .isThrownBy(
                            () -> service.segment(input(), folder.resolve("none"), List.of(), List.of(new Point(1, 1))))
                    .withMessageContaining("foreground");
        }
    }

    @Test
    void aPictureAboveTheLimitIsRefused() {
        try (CutoutService service = new CutoutService(discEngine, WIDTH * HEIGHT - 1)) {
            assertThatExceptionOfType(UnusablePictureException.class)
                    .isThrownBy(() -> service.removeBackground(input(), List.of(output("none", Quality.LOW))))
                    .withMessageContaining("too large");
        }
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aMatteOfAnotherSizeIsAnErrorOfTheEngine() {
        discEngine.width = WIDTH / 2;
        try (CutoutService service = new CutoutService(discEngine, MAX_PIXELS)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> service.removeBackground(input(), List.of(output("none", Quality.LOW))))
                    .withMessageContaining("size");
        }
    }

    @Test
    void theEngineIsClosedWithTheService() {
        new CutoutService(discEngine, MAX_PIXELS).close();

        assertThat(discEngine.closed).isTrue();
    }

    /** 3000 x 2001 pixels are decoded as 1500 x 1001, and yet the thumbnail has the size that it has of the whole picture. */
    @Test
    void aSmallOutputOfALargePictureLooksTheSameAsOfAllItsPixels() throws Exception {
        Path large = TestPictures.write(folder.resolve("large.jpg"), TestPictures.disc(3000, 2001));
        Path fromReduced = folder.resolve("reduced");
        Path fromWhole = folder.resolve("whole");
        try (CutoutService service = CutoutService.withDefaultEngine(10_000_000)) {
            service.removeBackground(
                    large, List.of(new CutoutOutput(fromReduced, Quality.LOW, rendering(PictureFormat.PNG, 50_000))));
            service.removeBackground(
                    large,
                    List.of(
                            new CutoutOutput(fromWhole, Quality.LOW, rendering(PictureFormat.PNG, 50_000)),
                            new CutoutOutput(
                                    folder.resolve("all"), Quality.LOW, rendering(PictureFormat.PNG, 9_000_000))));
        }

        Mat reduced = TestPictures.decoded(fromReduced);
        Mat whole = TestPictures.decoded(fromWhole);
        assertThat(reduced.size()).isEqualTo(whole.size());
        assertThat(Core.norm(reduced, whole, Core.NORM_L1) / (4 * reduced.total()))
                .as("mean difference")
                .isLessThan(0.5);
    }

    @Test
    void asManyPixelsAreDecodedAsTheLargestOutputIsMadeFrom() {
        CutoutOutput small = new CutoutOutput(folder, Quality.HIGH, rendering(PictureFormat.PNG, 300_000));
        CutoutOutput large = new CutoutOutput(folder, Quality.LOW, rendering(PictureFormat.PNG, 3_000_000));
        Rendering crop = new Rendering(PictureFormat.PNG, 300_000, Optional.empty(), 85, true);

        assertThat(CutoutService.neededPixels(List.of(small))).isEqualTo(2_000_000);
        assertThat(CutoutService.neededPixels(List.of(small, large))).isEqualTo(6_000_000);
        assertThat(CutoutService.neededPixels(List.of(small, new CutoutOutput(folder, Quality.LOW, crop))))
                .isEqualTo(Long.MAX_VALUE);
    }

    private Path input() {
        return TestPictures.write(folder.resolve("input.jpg"), TestPictures.disc(WIDTH, HEIGHT));
    }

    private CutoutOutput output(String name, Quality quality) {
        return new CutoutOutput(folder.resolve(name), quality, rendering(PictureFormat.PNG, 1_000_000));
    }

    private static Rendering rendering(PictureFormat format, long maxResolution) {
        return new Rendering(format, maxResolution, Optional.empty(), 85, false);
    }

    /** An example of a custom engine. */
    private static final class DiscEngine implements CutoutEngine, AutoCloseable {

        private final List<Quality> qualities = new ArrayList<>();
        private int width = WIDTH;
        private boolean closed;

        @Override
        public AlphaMatte matte(Picture picture, Quality quality) {
            qualities.add(quality);
            return new AlphaMatte(TestPictures.discAlpha(width, HEIGHT));
        }

        @Override
        public AlphaMatte matte(Picture picture, PointHints hints) {
            return new AlphaMatte(new Mat(picture.height(), picture.width(), CvType.CV_8UC1, Scalar.all(255)));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
