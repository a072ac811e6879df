// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.engine.scene.DrawnScenes;
import io.github.camelbackgroundcut.emulator.engine.scene.Scene;
import io.github.camelbackgroundcut.emulator.engine.scene.SceneKind;
import io.github.camelbackgroundcut.emulator.engine.scene.SceneTable;
import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.PictureFormat;
import io.github.camelbackgroundcut.emulator.picture.PictureWriter;
import io.github.camelbackgroundcut.emulator.picture.Rendering;
import io.github.camelbackgroundcut.emulator.picture.TestPictures;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Small ones of the drawn scenes. {@link SceneTable} measures all of them in their own sizes. */
class DrawnScenesIT {

    private static final Size SMALL = new Size(640, 480);
    private static final int OPAQUE = 250;

    private final CutoutEngine engine = new ClassicalCutoutEngine();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "CUT_LEFT, 0.97", "CUT_RIGHT, 0.97", "CUT_TOP, 0.97", "CUT_BOTTOM, 0.97", "SET_OF_PARTS, 0.95",
        "HOLES, 0.96", "GRADED, 0.98", "TWO_TONE, 0.97", "SOFT_SHADOW, 0.96", "HARD_SHADOW, 0.95",
        "DARK_ON_DARK, 0.96", "COLOURED, 0.97"
    })
    void theProductIsFound(SceneKind kind, double least) throws Exception {
        try (Scene scene = DrawnScenes.draw(kind, 1, SMALL);
                Picture picture = picture(scene);
                AlphaMatte matte = engine.matte(picture, Quality.MEDIUM)) {
            assertThat(TestPictures.intersectionOverUnion(matte.mat(), scene.truth()))
                    .isGreaterThan(least);
        }
    }

    @ParameterizedTest
    @EnumSource(value = SceneKind.class, names = "CUT_.*", mode = EnumSource.Mode.MATCH_ANY)
    void aProductThatTheFrameCutsOffIsOpaqueUpToTheLastRow(SceneKind kind) throws Exception {
        try (Scene scene = DrawnScenes.draw(kind, 1, SMALL);
                Picture picture = picture(scene);
                AlphaMatte matte = engine.matte(picture, Quality.MEDIUM)) {
            Mat edge = edge(kind, scene.truth());
            Mat found = edge(kind, matte.mat());
            Mat wanted = new Mat();
            // Its own soft ends apart.
            Imgproc.erode(edge, wanted, Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(9, 9)));
            Core.inRange(wanted, Scalar.all(255), Scalar.all(255), wanted);
            Mat lost = new Mat();
            Core.inRange(found, Scalar.all(0), Scalar.all(OPAQUE), lost);
            Core.bitwise_and(lost, wanted, lost);

            assertThat(Core.countNonZero(wanted)).isGreaterThan(50);
            assertThat(Core.countNonZero(lost)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.85", "3, 0.85"})
    void mostOfAStemOrStrapIsKept(int number, double least) throws Exception {
        try (Scene scene = DrawnScenes.draw(SceneKind.THIN_PARTS, number, new Size(800, 640));
                Picture picture = picture(scene);
                AlphaMatte matte = engine.matte(picture, Quality.MEDIUM)) {
            Mat thin = new Mat();
            Imgproc.morphologyEx(
                    scene.truth(),
                    thin,
                    Imgproc.MORPH_TOPHAT,
                    Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(15, 15)));
            Core.inRange(thin, Scalar.all(200), Scalar.all(255), thin);
            Mat kept = new Mat();
            Core.inRange(matte.mat(), Scalar.all(100), Scalar.all(255), kept);
            Core.bitwise_and(kept, thin, kept);

            assertThat(Core.countNonZero(kept) / (double) Core.countNonZero(thin))
                    .as(scene.name())
                    .isGreaterThan(least);
        }
    }

    @Test
    void highIsNotWorseThanMediumOnGradedBackdrops() throws Exception {
        for (int number = 0; number < 2; number++) {
            try (Scene scene = DrawnScenes.draw(SceneKind.GRADED, number, new Size(820, 615));
                    Picture picture = picture(scene);
                    AlphaMatte medium = engine.matte(picture, Quality.MEDIUM);
                    AlphaMatte high = engine.matte(picture, Quality.HIGH)) {
                double least = TestPictures.intersectionOverUnion(medium.mat(), scene.truth()) - 0.001;
                assertThat(TestPictures.intersectionOverUnion(high.mat(), scene.truth()))
                        .as(scene.name())
                        .isGreaterThan(least);
            }
        }
    }

    /** The mean distance in a and b of the object's outermost opaque pixels from what they were before JPEG. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theRimHasNothingOfAColouredBackdrop(int number) throws Exception {
        try (Scene scene = DrawnScenes.draw(SceneKind.COLOURED, number, SMALL);
                Picture picture = picture(scene);
                AlphaMatte matte = engine.matte(picture, Quality.MEDIUM)) {
            Path file = folder.resolve("cutout.png");
            Rendering png = new Rendering(PictureFormat.PNG, Long.MAX_VALUE, Optional.empty(), 90, false);
            PictureWriter.write(picture, matte, png, file);
            Mat opaque = new Mat();
            Core.inRange(scene.truth(), Scalar.all(255), Scalar.all(255), opaque);
            Mat rim = new Mat();
            Imgproc.erode(opaque, rim, Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(3, 3)));
            Core.subtract(opaque, rim, rim);

            Mat found = lab(TestPictures.decoded(file));
            Mat difference = new Mat();
            Core.absdiff(found, lab(scene.clean()), difference);
            Scalar mean = Core.mean(difference, rim);
            assertThat(Math.hypot(mean.val[1], mean.val[2])).isLessThan(4);
        }
    }

    private static Mat edge(SceneKind kind, Mat matte) {
        return switch (kind) {
            case CUT_LEFT -> matte.col(0);
            case CUT_RIGHT -> matte.col(matte.cols() - 1);
            case CUT_TOP -> matte.row(0);
            default -> matte.row(matte.rows() - 1);
        };
    }

    private static Mat lab(Mat picture) {
        Mat bgr = new Mat();
        if (picture.channels() == 4) {
            Imgproc.cvtColor(picture, bgr, Imgproc.COLOR_BGRA2BGR);
        } else {
            picture.copyTo(bgr);
        }
        Mat lab = new Mat();
        bgr.convertTo(lab, CvType.CV_32F, 1.0 / 255);
        Imgproc.cvtColor(lab, lab, Imgproc.COLOR_BGR2Lab);
        return lab;
    }

    private static Picture picture(Scene scene) {
        return new Picture(scene.bgr().clone(), Optional.empty());
    }
}
