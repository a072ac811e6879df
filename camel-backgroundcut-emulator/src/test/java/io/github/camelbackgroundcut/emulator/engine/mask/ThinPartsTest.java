// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.engine.backdrop.BackdropModel;
import io.github.camelbackgroundcut.emulator.engine.backdrop.Border;
import io.github.camelbackgroundcut.emulator.engine.backdrop.SmoothBackdrop;
import io.github.camelbackgroundcut.emulator.engine.backdrop.WorkingImage;
import io.github.camelbackgroundcut.emulator.picture.MatScope;
import io.github.camelbackgroundcut.emulator.picture.TestPictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** A disc of 160 pixels in the middle of 640 x 480. */
class ThinPartsTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private final MatScope scope = new MatScope();
    private final Mat scene = TestPictures.disc(WIDTH, HEIGHT);

    @AfterEach
    void release() {
        scope.close();
    }

    @Test
    void aStemThatBeginsAtTheObjectIsFound() {
        line(320, 140, 400, 30, 2, 120);

        Mat found = found();

        assertThat(TestPictures.pixel(found, 360, 85)).containsExactly(255);
        assertThat(TestPictures.pixel(found, 330, 60)).containsExactly(0);
    }

    @Test
    void aScratchOnTheBackdropIsNoPart() {
        line(40, 40, 200, 60, 2, 120);

        assertThat(TestPictures.pixel(found(), 120, 50)).containsExactly(0);
    }

    @Test
    void aSoftShadowIsNoPart() {
        line(320, 140, 400, 30, 9, 20);
        Imgproc.GaussianBlur(scene, scene, new org.opencv.core.Size(), 9);

        assertThat(TestPictures.pixel(found(), 360, 85)).containsExactly(0);
    }

    private void line(int x1, int y1, int x2, int y2, int thickness, double darker) {
        Scalar colour = Scalar.all(210 - darker);
        Imgproc.line(scene, new Point(x1, y1), new Point(x2, y2), colour, thickness, Imgproc.LINE_AA);
    }

    private Mat found() {
        WorkingImage image = WorkingImage.of(scene, WIDTH * HEIGHT / 4, scope);
        BackdropModel model = SmoothBackdrop.fit(image.lab(), Border.of(image.width(), image.height()));
        Mat object = TestPictures.discAlpha(image.width(), image.height());
        Imgproc.threshold(object, object, 127, 255, Imgproc.THRESH_BINARY);
        return ThinParts.find(scene, object, model, scope);
    }
}
