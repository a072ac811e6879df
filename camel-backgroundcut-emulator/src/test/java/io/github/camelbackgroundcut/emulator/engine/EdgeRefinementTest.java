// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.OpenCvLibrary;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.TestPictures;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class EdgeRefinementTest {

    @BeforeAll
    static void loadOpenCv() {
        OpenCvLibrary.load();
    }

    @ParameterizedTest
    @EnumSource(Quality.class)
    void theEdgeOfASmallMatteFollowsThePicture(Quality quality) {
        Mat truth = disc(new Size(1600, 900));
        Mat small = shrunk(truth, new Size(320, 320));
        Mat scaledUp = new Mat();
        Imgproc.resize(small, scaledUp, truth.size(), 0, 0, Imgproc.INTER_LINEAR);

        try (Picture picture = new Picture(onGrey(truth), Optional.empty());
                AlphaMatte matte = EdgeRefinement.refine(picture, small, quality)) {
            assertThat(difference(matte.mat(), truth)).isLessThan(0.4 * difference(scaledUp, truth));
            assertThat(TestPictures.intersectionOverUnion(matte.mat(), truth)).isGreaterThan(0.995);
        }
    }

    /** A veil: nothing of it is an edge, and nothing of it is haze. */
    @Test
    void anEvenlySoftPartStaysAsSoft() {
        Mat veil = new Mat(320, 320, CvType.CV_8UC1, Scalar.all(90));

        try (Picture picture = new Picture(onGrey(disc(new Size(900, 700))), Optional.empty());
                AlphaMatte matte = EdgeRefinement.refine(picture, veil, Quality.MEDIUM)) {
            assertThat(Core.minMaxLoc(matte.mat()).minVal).isEqualTo(90);
            assertThat(Core.minMaxLoc(matte.mat()).maxVal).isEqualTo(90);
        }
    }

    @Test
    void aLargerMatteIsOnlyScaledDown() {
        Mat large = new Mat(400, 400, CvType.CV_8UC1, Scalar.all(0));
        large.colRange(0, 100).setTo(Scalar.all(255));

        try (Picture picture = new Picture(new Mat(100, 200, CvType.CV_8UC3, Scalar.all(7)), Optional.empty());
                AlphaMatte matte = EdgeRefinement.refine(picture, large, Quality.HIGH)) {
            assertThat(matte.width()).isEqualTo(200);
            assertThat(matte.mat().get(50, 49)[0]).isEqualTo(255);
            assertThat(matte.mat().get(50, 50)[0]).isZero();
            assertThat(large.get(0, 0)[0]).as("the matte stays the caller's").isCloseTo(255, within(0.0));
        }
    }

    private static Mat disc(Size size) {
        Mat truth = Mat.zeros(size, CvType.CV_8UC1);
        Point centre = new Point(size.width / 2 + 3, size.height / 2 + 1);
        Imgproc.circle(truth, centre, (int) size.height / 3, Scalar.all(255), Imgproc.FILLED);
        return truth;
    }

    private static Mat onGrey(Mat truth) {
        Mat bgr = new Mat(truth.size(), CvType.CV_8UC3, Scalar.all(200));
        bgr.setTo(new Scalar(40, 60, 150), truth);
        return bgr;
    }

    private static Mat shrunk(Mat truth, Size size) {
        Mat small = new Mat();
        Imgproc.resize(truth, small, size, 0, 0, Imgproc.INTER_AREA);
        return small;
    }

    private static double difference(Mat one, Mat other) {
        return Core.norm(one, other, Core.NORM_L1) / one.total();
    }
}
