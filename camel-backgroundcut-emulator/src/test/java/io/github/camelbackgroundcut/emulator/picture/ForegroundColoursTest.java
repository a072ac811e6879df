// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class ForegroundColoursTest {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 300;
    private static final RgbColor BACKDROP = new RgbColor(0, 0, 255);

    /** A dark red half with a soft edge of a few pixels, photographed on blue. */
    private final Mat alpha = softEdge();

    private final Mat photo = photo(alpha);

    @Test
    void theOldBackdropIsTakenOutOfTheSoftEdge() {
        try (MatScope scope = new MatScope()) {
            Mat colours = ForegroundColours.estimate(photo, alpha, scope);

            int soft = 0;
            for (int x = 0; x < WIDTH; x++) {
                int opacity = TestPictures.pixel(alpha, x, 100)[0];
                if (opacity > 60 && opacity < 200) {
                    soft++;
                    assertThat(TestPictures.pixel(photo, x, 100)[0]).isGreaterThan(50);
                    assertThat(TestPictures.pixel(colours, x, 100)[0]).isCloseTo(20, within(25));
                    assertThat(TestPictures.pixel(colours, x, 100)[2]).isCloseTo(150, within(25));
                }
            }
            assertThat(soft).isPositive();
        }
    }

    @Test
    void insideTheObjectNothingChanges() {
        try (MatScope scope = new MatScope()) {
            Mat colours = ForegroundColours.estimate(photo, alpha, scope);

            assertThat(TestPictures.pixel(colours, 40, 100)).containsExactly(TestPictures.pixel(photo, 40, 100));
        }
    }

    @Test
    void farFromTheObjectThereIsNoColour() {
        try (MatScope scope = new MatScope()) {
            Mat colours = ForegroundColours.estimate(photo, alpha, scope);

            assertThat(TestPictures.pixel(colours, WIDTH - 5, 100)).containsExactly(0, 0, 0);
        }
    }

    private static Mat softEdge() {
        OpenCvLibrary.load();
        Mat alpha = Mat.zeros(HEIGHT, WIDTH, CvType.CV_8UC1);
        Imgproc.rectangle(alpha, new Rect(0, 0, WIDTH / 2, HEIGHT), Scalar.all(255), -1);
        Imgproc.GaussianBlur(alpha, alpha, new Size(5, 5), 0);
        return alpha;
    }

    private static Mat photo(Mat alpha) {
        Mat photo = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, new Scalar(20, 20, 150));
        Compositor.composeOnColour(photo, alpha, BACKDROP);
        return photo;
    }
}
