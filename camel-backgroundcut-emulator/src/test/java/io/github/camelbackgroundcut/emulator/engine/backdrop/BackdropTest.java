// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.picture.MatScope;
import io.github.camelbackgroundcut.emulator.picture.TestPictures;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class BackdropTest {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;
    private static final Border BORDER = Border.of(WIDTH, HEIGHT);
    private static final Scalar WOOD = new Scalar(60, 100, 140);

    @Test
    void aSmoothBackdropFollowsTheLight() {
        BackdropModel model = SmoothBackdrop.fit(lab(TestPictures.disc(WIDTH, HEIGHT)), BORDER);

        assertThat(model.residual()).isLessThan(2);
        assertThat(model.distance()[at(WIDTH / 2, HEIGHT / 2)]).isGreaterThan(30);
        assertThat(model.distance()[at(20, HEIGHT / 2)]).isLessThan(4);
    }

    /** Two rows leave the terms of the surface dependent on each other. */
    @Test
    void aSmoothBackdropFitsAPictureOfTwoRows() {
        LabImage strip = lab(TestPictures.backdrop(WIDTH, 2));

        assertThat(SmoothBackdrop.fit(strip, Border.of(WIDTH, 2)).tail()).isLessThan(2);
    }

    @Test
    void anObjectAtTheBorderDoesNotBendTheSmoothBackdrop() {
        Mat scene = TestPictures.backdrop(WIDTH, HEIGHT);
        Imgproc.rectangle(scene, new Rect(120, 140, 60, 60), TestPictures.BLUE, -1);

        BackdropModel model = SmoothBackdrop.fit(lab(scene), BORDER);

        assertThat(model.distance()[at(150, 190)]).isGreaterThan(30);
        assertThat(model.residual()).isLessThan(2);
    }

    @Test
    void aTableIsNoSmoothBackdropButALayeredOne() {
        Mat scene = TestPictures.backdrop(WIDTH, HEIGHT);
        Imgproc.rectangle(scene, new Rect(0, 130, WIDTH, 70), WOOD, -1);

        assertThat(SmoothBackdrop.fit(lab(scene), BORDER).tail()).isGreaterThan(8);
        assertThat(LayeredBackdrop.fit(lab(scene), BORDER).tail()).isLessThan(3);
    }

    @Test
    void layersMayLean() {
        Mat scene = TestPictures.backdrop(WIDTH, HEIGHT);
        MatOfPoint table = new MatOfPoint(
                new org.opencv.core.Point(0, 100),
                new org.opencv.core.Point(WIDTH, 116),
                new org.opencv.core.Point(WIDTH, HEIGHT),
                new org.opencv.core.Point(0, HEIGHT));
        Imgproc.fillConvexPoly(scene, table, WOOD);

        BackdropModel model = LayeredBackdrop.fit(lab(scene), BORDER);

        assertThat(model.distance()[at(WIDTH / 2, 104)]).isLessThan(5);
        assertThat(model.distance()[at(WIDTH / 2, 112)]).isLessThan(5);
    }

    @Test
    void clutterIsNeither() {
        LabImage clutter = lab(TestPictures.clutter(WIDTH, HEIGHT));

        assertThat(SmoothBackdrop.fit(clutter, BORDER).residual()).isGreaterThan(8);
        assertThat(LayeredBackdrop.fit(clutter, BORDER).residual()).isGreaterThan(8);
    }

    private static LabImage lab(Mat scene) {
        try (MatScope scope = new MatScope()) {
            return WorkingImage.of(scene, WIDTH * HEIGHT, scope).lab();
        }
    }

    private static int at(int x, int y) {
        return y * WIDTH + x;
    }
}
