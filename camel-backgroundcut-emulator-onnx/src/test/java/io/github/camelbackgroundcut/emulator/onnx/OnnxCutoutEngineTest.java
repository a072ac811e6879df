// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.camelbackgroundcut.emulator.engine.ClassicalCutoutEngine;
import io.github.camelbackgroundcut.emulator.engine.EngineSettings;
import io.github.camelbackgroundcut.emulator.engine.Point;
import io.github.camelbackgroundcut.emulator.engine.PointHints;
import io.github.camelbackgroundcut.emulator.engine.Quality;
import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.OpenCvLibrary;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class OnnxCutoutEngineTest {

    private static final String PLAIN = "scaling=none\noutput-range=0-1\n";

    @TempDir
    private Path folder;

    @BeforeAll
    static void loadOpenCv() {
        OpenCvLibrary.load();
    }

    @Test
    void theMatteIsWhatTheModelAnswers() throws Exception {
        TinyModels.weights(64, 1 / 255f, 0, 0).write(model());
        Mat bgr = noise(64);

        try (OnnxCutoutEngine engine = open(settings().withModelProperties(properties(PLAIN)));
                Picture picture = new Picture(bgr, Optional.empty());
                AlphaMatte matte = engine.matte(picture, Quality.MEDIUM)) {
            Mat red = new Mat();
            Core.extractChannel(bgr, red, 2);
            assertThat(Core.norm(red, matte.mat(), Core.NORM_INF)).isZero();
        }
    }

    @Test
    void theFirstOutputCountsUnlessAnotherIsNamed() throws Exception {
        TinyModel model = TinyModels.weights(64, 1 / 255f, 0, 0)
                .constant("zero", new long[] {1}, 0)
                .node("Mul", List.of("matte", "zero"), "nothing")
                .output("nothing", 1, 1, 64, 64);
        model.write(model());

        try (OnnxCutoutEngine engine = open(settings().withModelProperties(properties(PLAIN)));
                Picture picture = new Picture(noise(64), Optional.empty());
                AlphaMatte matte = engine.matte(picture, Quality.MEDIUM)) {
            assertThat(Core.countNonZero(matte.mat())).isPositive();
        }
        try (OnnxCutoutEngine engine = open(settings().withModelProperties(properties(PLAIN + "output=nothing")));
                Picture picture = new Picture(noise(64), Optional.empty())) {
            assertThatExceptionOfType(UnusablePictureException.class)
                    .isThrownBy(() -> engine.matte(picture, Quality.MEDIUM));
        }
    }

    @Test
    void halfPrecisionIsConverted() throws Exception {
        new TinyModel()
                .halfInput("picture", 1, 3, 32, 32)
                .node("Neg", List.of("picture"), "negative")
                .node("Neg", List.of("negative"), "same")
                .constant("first", 0L)
                .constant("planes", 1L)
                .node("ReduceSum", List.of("same", "planes"), "matte")
                .halfOutput("matte", 1, 1, 32, 32)
                .write(model());

        try (OnnxCutoutEngine engine = open(settings().withModelProperties(properties("std=3")));
                Picture picture = new Picture(new Mat(32, 32, CvType.CV_8UC3, Scalar.all(102)), Optional.empty());
                AlphaMatte matte = engine.matte(picture, Quality.LOW)) {
            assertThat(matte.mat().get(5, 5)[0]).isCloseTo(102, within(1.0));
        }
    }

    @ParameterizedTest
    @EnumSource(Quality.class)
    void theEdgesAreFoundAtTheSizeOfThePicture(Quality quality) throws Exception {
        TinyModels.weights(320, 1, -0.5f, -0.5f).write(model());
        Mat bgr = new Mat(1200, 1600, CvType.CV_8UC3, new Scalar(190, 190, 190));
        Mat truth = Mat.zeros(bgr.size(), CvType.CV_8UC1);
        Imgproc.circle(truth, new org.opencv.core.Point(803, 601), 333, Scalar.all(255), Imgproc.FILLED);
        bgr.setTo(new Scalar(40, 40, 200), truth);

        try (OnnxCutoutEngine engine = open(settings());
                Picture picture = new Picture(bgr, Optional.empty());
                AlphaMatte matte = engine.matte(picture, quality)) {
            Mat wrong = new Mat();
            Core.absdiff(matte.mat(), truth, wrong);
            Core.inRange(wrong, Scalar.all(64), Scalar.all(255), wrong);
            // A pixel of the model is five of the picture; scaled up, thousands of pixels would be wrong.
            assertThat(Core.countNonZero(wrong)).isLessThan(500);
        }
    }

    @Test
    void pointsAreForTheClassicalEngine() throws Exception {
        TinyModels.redness(model());
        Mat bgr = new Mat(300, 400, CvType.CV_8UC3, new Scalar(190, 190, 190));
        Imgproc.circle(bgr, new org.opencv.core.Point(200, 150), 80, new Scalar(40, 160, 40), Imgproc.FILLED);
        PointHints hints = new PointHints(List.of(new Point(200, 150)), List.of());

        try (OnnxCutoutEngine engine = open(settings());
                Picture picture = new Picture(bgr, Optional.empty());
                AlphaMatte matte = engine.matte(picture, hints);
                AlphaMatte classical = new ClassicalCutoutEngine().matte(picture, hints)) {
            assertThat(Core.norm(matte.mat(), classical.mat(), Core.NORM_INF)).isZero();
            assertThat(engine.nameForPoints()).isEqualTo("classical");
        }
    }

    @Test
    void theNameSaysThePresetAndTheFile() throws Exception {
        TinyModels.redness(model());

        try (OnnxCutoutEngine engine = open(settings())) {
            assertThat(engine.name()).isEqualTo("u2net (model.onnx)");
        }
    }

    @Test
    void manyThreadsShareTheModel() throws Exception {
        TinyModels.weights(64, 1 / 255f, 0, 0).write(model());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (OnnxCutoutEngine engine =
                open(settings().withModelProperties(properties(PLAIN)).withModelRuns(2))) {
            List<Future<Double>> reds = IntStream.range(1, 40)
                    .mapToObj(red -> threads.submit(() -> redOf(engine, red)))
                    .toList();

            for (int i = 0; i < reds.size(); i++) {
                assertThat(reds.get(i).get()).isEqualTo(i + 1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aThreadThatIsInterruptedDoesNotWaitForTheModel() throws Exception {
        TinyModels.redness(model());
        try (OnnxCutoutEngine engine = open(settings());
                Picture picture = new Picture(noise(64), Optional.empty())) {
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> engine.matte(picture, Quality.LOW));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    @Timeout(30)
    void aClosedModelTakesNoMorePictures() throws Exception {
        TinyModels.redness(model());
        OnnxCutoutEngine engine = open(settings());
        engine.close();
        engine.close();

        try (Picture picture = new Picture(noise(64), Optional.empty())) {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> engine.matte(picture, Quality.LOW))
                    .withMessageContaining("closed");
        }
    }

    private static double redOf(OnnxCutoutEngine engine, int red) throws UnusablePictureException {
        try (Picture picture = new Picture(new Mat(64, 64, CvType.CV_8UC3, new Scalar(0, 0, red)), Optional.empty());
                AlphaMatte matte = engine.matte(picture, Quality.LOW)) {
            return matte.mat().get(30, 30)[0];
        }
    }

    private static Mat noise(int side) {
        Mat bgr = new Mat(side, side, CvType.CV_8UC3);
        Core.setRNGSeed(7);
        Core.randu(bgr, 0, 256);
        return bgr;
    }

    private Path model() {
        return folder.resolve("model.onnx");
    }

    private EngineSettings settings() {
        return EngineSettings.ofModel(model());
    }

    private OnnxCutoutEngine open(EngineSettings settings) {
        return OnnxCutoutEngine.open(model(), settings);
    }

    private Path properties(String text) throws IOException {
        return Files.writeString(folder.resolve("model.properties"), text);
    }
}
