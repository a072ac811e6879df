// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.MatScope;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.PictureReader;
import io.github.camelbackgroundcut.emulator.picture.TestPictures;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/**
 * Compares the engine's mattes with the exact ones of the ray-traced sample pictures. Intersection over union (IoU) is
 * taken of both mattes cut at one half; the error is the mean absolute difference of alpha, 0 to 1.
 */
class CutoutQualityIT {

    private static final Path SAMPLES = Path.of("..", "examples", "file-drop", "samples");
    private static final String ALPHA_SUFFIX = "-alpha.png";
    private static final Map<Quality, Double> LEAST_MEAN =
            Map.of(Quality.LOW, 0.965, Quality.MEDIUM, 0.97, Quality.HIGH, 0.97);
    private static final double LEAST_OF_ANY = 0.9;
    private static final int LEAST_SAMPLES = 8;
    private static final int THREADS = 2;

    private record Score(String sample, double intersectionOverUnion, double error) {}

    private static final Map<Quality, List<Score>> SCORES = new EnumMap<>(Quality.class);

    /** Each sample is decoded once for all qualities: one of them has 12 megapixels. */
    @BeforeAll
    static void scoreAllSamples() throws Exception {
        CutoutEngine engine = new ClassicalCutoutEngine();
        List<Path> truths = truths();
        assertThat(truths).hasSizeGreaterThanOrEqualTo(LEAST_SAMPLES);
        List<Callable<Map<Quality, Score>>> tasks = new ArrayList<>();
        truths.forEach(truth -> tasks.add(() -> scores(engine, truth)));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Map<Quality, Score>> sample : threads.invokeAll(tasks)) {
                sample.get()
                        .forEach((quality, score) -> SCORES.computeIfAbsent(quality, key -> new ArrayList<>())
                                .add(score));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMattesAreCloseToTheTruth(Quality quality) {
        List<Score> scores = SCORES.get(quality);
        scores.forEach(score -> print(quality, score));
        Score mean = new Score(
                "mean",
                scores.stream()
                        .mapToDouble(Score::intersectionOverUnion)
                        .average()
                        .orElseThrow(),
                scores.stream().mapToDouble(Score::error).average().orElseThrow());
        print(quality, mean);

        assertThat(mean.intersectionOverUnion()).isGreaterThanOrEqualTo(LEAST_MEAN.get(quality));
        assertThat(scores)
                .allSatisfy(score -> assertThat(score.intersectionOverUnion())
                        .as(score.sample())
                        .isGreaterThanOrEqualTo(LEAST_OF_ANY));
    }

    private static Map<Quality, Score> scores(CutoutEngine engine, Path truthFile)
            throws IOException, UnusablePictureException {
        String name = truthFile.getFileName().toString().replace(ALPHA_SUFFIX, "");
        Map<Quality, Score> scores = new EnumMap<>(Quality.class);
        try (MatScope scope = new MatScope();
                Picture picture = new PictureReader(50_000_000).read(truthFile.resolveSibling(name + ".jpg"))) {
            Mat truth = alphaOf(scope.own(TestPictures.decoded(truthFile)), scope);
            assertThat(truth.size())
                    .as("size of " + truthFile)
                    .isEqualTo(picture.bgr().size());
            for (Quality quality : Quality.values()) {
                try (AlphaMatte matte = engine.matte(picture, quality)) {
                    Mat difference = scope.mat();
                    Core.absdiff(matte.mat(), truth, difference);
                    double overlap = TestPictures.intersectionOverUnion(matte.mat(), truth);
                    scores.put(quality, new Score(name, overlap, Core.mean(difference).val[0] / 255));
                }
            }
        }
        return scores;
    }

    /** The truth may be stored as an alpha channel or as a grey picture. */
    private static Mat alphaOf(Mat stored, MatScope scope) {
        Mat alpha = scope.mat();
        Core.extractChannel(stored, alpha, stored.channels() == 4 ? 3 : 0);
        return alpha;
    }

    private static List<Path> truths() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ALPHA_SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static void print(Quality quality, Score score) {
        System.out.printf(
                Locale.ROOT,
                "%-6s %-14s IoU %.4f  alpha error %.4f%n",
                quality,
                score.sample(),
                score.intersectionOverUnion(),
                score.error());
    }
}
