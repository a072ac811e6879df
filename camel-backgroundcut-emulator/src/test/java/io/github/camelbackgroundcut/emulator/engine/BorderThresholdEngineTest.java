// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.TestPictures;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;

class BorderThresholdEngineTest {

    private static final int WIDTH = 200;
    private static final int HEIGHT = 150;

    private final CutoutEngine engine = new BorderThresholdEngine();

    @Test
    void whatDiffersFromTheBorderIsTheObject() throws Exception {
        try (Picture picture = picture(TestPictures.disc(WIDTH, HEIGHT));
                AlphaMatte matte = engine.matte(picture, Quality.HIGH)) {
            assertThat(TestPictures.intersectionOverUnion(matte.mat(), TestPictures.discAlpha(WIDTH, HEIGHT)))
                    .isGreaterThan(0.95);
        }
    }

    @Test
    void pointsChangeNothing() throws Exception {
        PointHints hints = new PointHints(List.of(new Point(1, 1)), List.of());

        try (Picture picture = picture(TestPictures.disc(WIDTH, HEIGHT));
                AlphaMatte matte = engine.matte(picture, hints)) {
            assertThat(matte.mat().get(HEIGHT / 2, WIDTH / 2)).containsExactly(255);
            assertThat(matte.mat().get(1, 1)).containsExactly(0);
        }
    }

    @Test
    void aPictureOfOneColourHasNoObject() {
        try (Picture picture = picture(TestPictures.plain(WIDTH, HEIGHT))) {
            assertThatExceptionOfType(UnusablePictureException.class)
                    .isThrownBy(() -> engine.matte(picture, Quality.LOW))
                    .withMessageContaining("No subject");
        }
    }

    private static Picture picture(Mat bgr) {
        return new Picture(bgr, Optional.empty());
    }
}
