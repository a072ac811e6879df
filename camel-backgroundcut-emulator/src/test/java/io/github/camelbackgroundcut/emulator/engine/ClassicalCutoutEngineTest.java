// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import static io.github.camelbackgroundcut.emulator.picture.TestPictures.intersectionOverUnion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.TestPictures;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class ClassicalCutoutEngineTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private final CutoutEngine engine = new ClassicalCutoutEngine();

    @ParameterizedTest
    @EnumSource
    void anObjectOnAStudioBackdropIsFound(Quality quality) throws Exception {
        try (Picture picture = picture(TestPictures.disc(WIDTH, HEIGHT));
                AlphaMatte matte = engine.matte(picture, quality)) {
            assertThat(intersectionOverUnion(matte.mat(), TestPictures.discAlpha(WIDTH, HEIGHT)))
                    .isGreaterThan(0.98);
        }
    }

    @Test
    void anObjectOnATableBeforeAWallIsFound() throws Exception {
        Mat scene = TestPictures.backdrop(WIDTH, HEIGHT);
        Imgproc.rectangle(scene, new Rect(0, HEIGHT / 2, WIDTH, HEIGHT / 2), new Scalar(60, 100, 140), -1);
        Imgproc.circle(scene, centre(), HEIGHT / 4, TestPictures.BLUE, -1, Imgproc.LINE_AA);

        try (Picture picture = picture(scene);
                AlphaMatte matte = engine.matte(picture, Quality.MEDIUM)) {
            assertThat(intersectionOverUnion(matte.mat(), TestPictures.discAlpha(WIDTH, HEIGHT)))
                    .isGreaterThan(0.97);
        }
    }

    @Test
    void aSoftShadowIsNotPartOfTheObject() throws Exception {
        Mat scene = TestPictures.backdrop(WIDTH, HEIGHT);
        Mat shadow = new Mat(scene.size(), scene.type(), Scalar.all(0));
        Imgproc.ellipse(
                shadow,
                new org.opencv.core.Point(WIDTH * 0.6, HEIGHT * 0.72),
                new org.opencv.core.Size(150, 30),
                0,
                0,
                360,
                Scalar.all(60),
                -1);
        Imgproc.GaussianBlur(shadow, shadow, new org.opencv.core.Size(), 15);
        Core.subtract(scene, shadow, scene);
        Imgproc.circle(scene, centre(), HEIGHT / 4, TestPictures.RED, -1, Imgproc.LINE_AA);

        try (Picture picture = picture(scene);
                AlphaMatte matte = engine.matte(picture, Quality.HIGH)) {
            assertThat(intersectionOverUnion(matte.mat(), TestPictures.discAlpha(WIDTH, HEIGHT)))
                    .isGreaterThan(0.96);
        }
    }

    @Test
    void theBackdropIsSeenThroughARing() throws Exception {
        Mat scene = TestPictures.backdrop(WIDTH, HEIGHT);
        Imgproc.circle(scene, centre(), HEIGHT / 4, TestPictures.RED, 40, Imgproc.LINE_AA);

        try (Picture picture = picture(scene);
                AlphaMatte matte = engine.matte(picture, Quality.MEDIUM)) {
            assertThat(TestPictures.pixel(matte.mat(), WIDTH / 2, HEIGHT / 2)).containsExactly(0);
            assertThat(TestPictures.pixel(matte.mat(), WIDTH / 2 + HEIGHT / 4, HEIGHT / 2))
                    .containsExactly(255);
        }
    }

    @Test
    void theMatteOfALargePictureIsOfItsSizeAndHasASoftEdge() throws Exception {
        try (Picture picture = picture(TestPictures.disc(2400, 1800));
                AlphaMatte matte = engine.matte(picture, Quality.LOW)) {
            assertThat(matte.width()).isEqualTo(2400);
            assertThat(matte.height()).isEqualTo(1800);
            Mat soft = new Mat();
            Core.inRange(matte.mat(), Scalar.all(20), Scalar.all(235), soft);
            assertThat(Core.countNonZero(soft)).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSamePictureGivesTheSameMatte(Quality quality) throws Exception {
        // All that draws lots does so in a small picture, too.
        Mat scene = TestPictures.clutter(WIDTH / 4, HEIGHT / 4);
        org.opencv.core.Point centre = new org.opencv.core.Point(WIDTH / 8.0, HEIGHT / 8.0);
        Imgproc.circle(scene, centre, HEIGHT / 16, TestPictures.RED, -1, Imgproc.LINE_AA);

        try (Picture picture = picture(scene);
                AlphaMatte first = engine.matte(picture, quality)) {
            Core.setRNGSeed(4711);
            try (AlphaMatte second = engine.matte(picture, quality)) {
                assertThat(Core.norm(first.mat(), second.mat(), Core.NORM_L1)).isZero();
            }
        }
    }

    @Test
    void eachQualityDoesDifferentWork() throws Exception {
        try (Picture picture = picture(TestPictures.disc(1600, 1200));
                AlphaMatte low = engine.matte(picture, Quality.LOW);
                AlphaMatte medium = engine.matte(picture, Quality.MEDIUM);
                AlphaMatte high = engine.matte(picture, Quality.HIGH)) {
            assertThat(Core.norm(low.mat(), medium.mat(), Core.NORM_L1)).isPositive();
            assertThat(Core.norm(medium.mat(), high.mat(), Core.NORM_L1)).isPositive();
        }
    }

    @Test
    void aPlainPictureHasNoSubject() {
        assertNoSubject(TestPictures.plain(WIDTH, HEIGHT));
    }

    @Test
    void aBackdropWithNothingInFrontHasNoSubject() {
        assertNoSubject(TestPictures.backdrop(WIDTH, HEIGHT));
    }

    @Test
    void oneClickFindsAnObjectInClutter() throws Exception {
        Mat scene = TestPictures.clutter(WIDTH, HEIGHT);
        Imgproc.circle(scene, centre(), HEIGHT / 4, TestPictures.RED, -1, Imgproc.LINE_AA);
        PointHints hints = new PointHints(List.of(new Point(WIDTH / 2, HEIGHT / 2)), List.of());

        try (Picture picture = picture(scene);
                AlphaMatte matte = engine.matte(picture, hints)) {
            assertThat(intersectionOverUnion(matte.mat(), TestPictures.discAlpha(WIDTH, HEIGHT)))
                    .isGreaterThan(0.9);
        }
    }

    @Test
    void theClickChoosesTheObject() throws Exception {
        PointHints left = new PointHints(List.of(new Point(160, 240)), List.of());

        try (Picture picture = picture(twoDiscs());
                AlphaMatte matte = engine.matte(picture, left)) {
            assertThat(TestPictures.pixel(matte.mat(), 160, 240)).containsExactly(255);
            assertThat(TestPictures.pixel(matte.mat(), 480, 240)).containsExactly(0);
        }
    }

    @Test
    void aBackgroundPointRemovesAPart() throws Exception {
        PointHints both = new PointHints(List.of(new Point(160, 240), new Point(480, 240)), List.of());
        PointHints one = new PointHints(List.of(new Point(160, 240)), List.of(new Point(480, 240)));
        Mat scene = twoDiscs();
        // A bar makes one object of the two.
        Imgproc.rectangle(scene, new Rect(160, 220, 320, 40), TestPictures.RED, -1);

        try (Picture picture = picture(scene);
                AlphaMatte whole = engine.matte(picture, both);
                AlphaMatte part = engine.matte(picture, one)) {
            assertThat(TestPictures.pixel(whole.mat(), 480, 200)).containsExactly(255);
            assertThat(TestPictures.pixel(part.mat(), 160, 240)).containsExactly(255);
            assertThat(TestPictures.pixel(part.mat(), 480, 240)).containsExactly(0);
            assertThat(TestPictures.pixel(part.mat(), 480, 200)).containsExactly(0);
        }
    }

    @Test
    void contradictoryPointsLeadToNoSubject() {
        Point point = new Point(160, 240);

        try (Picture picture = picture(twoDiscs())) {
            assertThatExceptionOfType(UnusablePictureException.class)
                    .isThrownBy(() -> engine.matte(picture, new PointHints(List.of(point), List.of(point))))
                    .withMessageContaining("points");
        }
    }

    private void assertNoSubject(Mat scene) {
        try (Picture picture = picture(scene)) {
            for (Quality quality : Quality.values()) {
                assertThatExceptionOfType(UnusablePictureException.class)
                        .isThrownBy(() -> engine.matte(picture, quality))
                        .withMessageContaining("No subject");
            }
        }
    }

    private static Mat twoDiscs() {
        Mat scene = TestPictures.backdrop(WIDTH, HEIGHT);
        Imgproc.circle(scene, new org.opencv.core.Point(160, 240), 90, TestPictures.RED, -1, Imgproc.LINE_AA);
        Imgproc.circle(scene, new org.opencv.core.Point(480, 240), 90, TestPictures.BLUE, -1, Imgproc.LINE_AA);
        return scene;
    }

    private static org.opencv.core.Point centre() {
        return new org.opencv.core.Point(WIDTH / 2.0, HEIGHT / 2.0);
    }

    private static Picture picture(Mat bgr) {
        return new Picture(bgr, Optional.empty());
    }
}
