// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.engine.backdrop.WorkingImage;
import io.github.camelbackgroundcut.emulator.picture.MatScope;
import io.github.camelbackgroundcut.emulator.picture.TestPictures;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class GuidedMattingTest {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 900;

    /** The coarse mask is an eighth of the size: its own staircase would be far worse. */
    @Test
    void theMatteFollowsThePictureNotTheCoarseMask() {
        Mat truth = TestPictures.discAlpha(WIDTH, HEIGHT);
        Mat coarse = coarse(truth);
        Mat enlarged = new Mat();
        Imgproc.resize(coarse, enlarged, truth.size(), 0, 0, Imgproc.INTER_NEAREST);

        Mat alpha = refine(TestPictures.disc(WIDTH, HEIGHT), coarse);

        double before = Core.norm(enlarged, truth, Core.NORM_L1);
        double after = Core.norm(alpha, truth, Core.NORM_L1);
        assertThat(after).isLessThan(before * 0.7);
        alpha.release();
    }

    @Test
    void farFromTheContourNothingChanges() {
        Mat alpha = refine(TestPictures.clutter(WIDTH, HEIGHT), coarse(TestPictures.discAlpha(WIDTH, HEIGHT)));

        assertThat(TestPictures.pixel(alpha, 20, 20)).containsExactly(0);
        assertThat(TestPictures.pixel(alpha, WIDTH / 2, HEIGHT / 2)).containsExactly(255);
        alpha.release();
    }

    @Test
    void aPictureAsSmallAsTheMaskIsFine() {
        Mat alpha = refine(TestPictures.disc(200, 150), TestPictures.discAlpha(200, 150));

        assertThat(alpha.size()).isEqualTo(new Size(200, 150));
        alpha.release();
    }

    private static Mat refine(Mat picture, Mat coarse) {
        Mat guide = WorkingImage.shrunk(picture, 500_000, new MatScope());
        return GuidedMatting.refine(picture, guide, coarse, Optional.empty());
    }

    private static Mat coarse(Mat truth) {
        Mat small = new Mat();
        Imgproc.resize(truth, small, new Size(WIDTH / 8.0, HEIGHT / 8.0), 0, 0, Imgproc.INTER_NEAREST);
        Imgproc.threshold(small, small, 127, 255, Imgproc.THRESH_BINARY);
        return small;
    }
}
