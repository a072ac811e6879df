// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.picture.TestPictures;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.imgproc.Imgproc;

class BorderColoursTest {

    @Test
    void aColourThatTouchesOneSideOnlyIsNotBackdrop() {
        Mat scene = TestPictures.backdrop(300, 200);
        Imgproc.rectangle(scene, new Rect(120, 100, 60, 100), TestPictures.RED, -1);

        float[] distances = distances(scene);

        assertThat(distances[150 * 300 + 150]).isGreaterThan(40);
        assertThat(distances[150 * 300 + 20]).isLessThan(10);
    }

    @Test
    void aColourInACornerIsBackdrop() {
        Mat scene = TestPictures.backdrop(300, 200);
        Imgproc.rectangle(scene, new Rect(0, 100, 100, 100), TestPictures.RED, -1);

        assertThat(distances(scene)[150 * 300 + 50]).isLessThan(10);
    }

    private static float[] distances(Mat scene) {
        LabImage lab = LabImage.of(scene);
        return BorderColours.of(lab, Border.of(300, 200)).distances(lab);
    }
}
