// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.picture.MatScope;
import io.github.camelbackgroundcut.emulator.picture.TestPictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class BackdropSubtractionTest {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;
    private static final int GREY = 128;
    /** Darker than the backdrop by about 30 units of L. */
    private static final Scalar DARKENING = Scalar.all(75);

    private final MatScope scope = new MatScope();

    @AfterEach
    void release() {
        scope.close();
    }

    @Test
    void theBackdropBecomesAnEvenGrey() {
        Mat flat = subtraction(TestPictures.disc(WIDTH, HEIGHT)).flat(scope).bgr();

        for (int y : new int[] {5, HEIGHT / 2, HEIGHT - 5}) {
            for (int value : TestPictures.pixel(flat, 20, y)) {
                assertThat(value).isBetween(GREY - 10, GREY + 10);
            }
        }
    }

    @Test
    void aSoftShadowIsFainterThanAPatchThatIsAsDark() {
        Mat patch = darkening();
        Mat shadow = darkening();
        Imgproc.GaussianBlur(shadow, shadow, new org.opencv.core.Size(), 8);

        int dark = GREY - lightAtCentre(patch);
        int faint = GREY - lightAtCentre(shadow);

        assertThat(faint).isBetween(1, dark / 2);
    }

    @Test
    void onlyTheObjectIsOfAForeignColour() {
        Mat scene = TestPictures.disc(WIDTH, HEIGHT);
        Core.subtract(scene, darkeningAt(60), scene);

        boolean[] foreign = subtraction(scene).foreignColour();

        assertThat(foreign[HEIGHT / 2 * WIDTH + WIDTH / 2]).isTrue();
        assertThat(foreign[HEIGHT / 2 * WIDTH + 60]).isFalse();
        assertThat(foreign[10 * WIDTH + 10]).isFalse();
    }

    private int lightAtCentre(Mat darkening) {
        Mat scene = TestPictures.backdrop(WIDTH, HEIGHT);
        Core.subtract(scene, darkening, scene);
        return TestPictures.pixel(subtraction(scene).flat(scope).bgr(), WIDTH / 2, HEIGHT / 2)[0];
    }

    private static Mat darkening() {
        return darkeningAt(WIDTH / 2);
    }

    private static Mat darkeningAt(int x) {
        Mat darkening = Mat.zeros(HEIGHT, WIDTH, TestPictures.plain(1, 1).type());
        Imgproc.circle(darkening, new Point(x, HEIGHT / 2.0), 25, DARKENING, -1);
        return darkening;
    }

    private BackdropSubtraction subtraction(Mat scene) {
        WorkingImage image = WorkingImage.of(scene, WIDTH * HEIGHT, scope);
        return BackdropSubtraction.of(image, SmoothBackdrop.fit(image.lab(), Border.of(WIDTH, HEIGHT)));
    }
}
