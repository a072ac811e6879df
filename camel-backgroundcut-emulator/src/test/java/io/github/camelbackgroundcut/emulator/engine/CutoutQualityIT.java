// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.PictureReader;
import io.github.camelbackgroundcut.emulator.picture.TestPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
    private static final double LEAST_MEAN = 0.93;
    private static final int LEAST_SAMPLES = 8;

    private record Score(double intersectionOverUnion, double error) {}

    private final PictureReader reader = new PictureReader(50_000_000);
    private final CutoutEngine engine = new GateAndVoteEngine();

    @ParameterizedTest
    @EnumSource
    void theMattesAreCloseToTheTruth(Quality quality) throws Exception {
        List<Path> truths = truths();
        assertThat(truths).hasSizeGreaterThanOrEqualTo(LEAST_SAMPLES);
        double sum = 0;
        double errors = 0;
        for (Path truth : truths) {
            String name = truth.getFileName().toString().replace(ALPHA_SUFFIX, "");
            Score score = score(truth.resolveSibling(name + ".jpg"), truth, quality);
            print(quality, name, score);
            sum += score.intersectionOverUnion();
            errors += score.error();
        }
        Score mean = new Score(sum / truths.size(), errors / truths.size());
        print(quality, "mean", mean);
        assertThat(mean.intersectionOverUnion()).isGreaterThanOrEqualTo(LEAST_MEAN);
    }

    private Score score(Path file, Path truthFile, Quality quality) throws Exception {
        Mat truth = alphaOf(TestPictures.decoded(truthFile));
        try (Picture picture = reader.read(file);
                AlphaMatte matte = engine.matte(picture, quality)) {
            assertThat(truth.size())
                    .as("size of " + truthFile)
                    .isEqualTo(picture.bgr().size());
            Mat difference = new Mat();
            Core.absdiff(matte.mat(), truth, difference);
            return new Score(
                    TestPictures.intersectionOverUnion(matte.mat(), truth), Core.mean(difference).val[0] / 255);
        }
    }

    /** The truth may be stored as an alpha channel or as a grey picture. */
    private static Mat alphaOf(Mat stored) {
        Mat alpha = new Mat();
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

    private static void print(Quality quality, String name, Score score) {
        System.out.printf(
                Locale.ROOT,
                "%-6s %-14s IoU %.4f  alpha error %.4f%n",
                quality,
                name,
                score.intersectionOverUnion(),
                score.error());
    }
}
