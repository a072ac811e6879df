// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.camelbackgroundcut.emulator.picture.OpenCvLibrary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;

/** The values are those of Pillow 9.4 for the same pictures. */
class ResizeTest {

    private static final int[] LANCZOS_3X2 = {5, 145, 184, 40, 142, 160};
    private static final int[] BILINEAR_3X2 = {14, 142, 171, 46, 140, 155};
    private static final int[] LANCZOS_10X4 = {
        0, 5, 0, 0, 144, 231, 192, 183, 171, 164, 20, 24, 9, 15, 144, 217, 183, 173, 161, 154, 40, 44, 31, 36, 143, 204,
        173, 163, 151, 144, 60, 63, 52, 56, 143, 190, 163, 153, 141, 134
    };

    @BeforeAll
    static void loadOpenCv() {
        OpenCvLibrary.load();
    }

    @Test
    void lanczosIsThatOfPillow() {
        assertThat(blue(Resize.LANCZOS.apply(ramp(), new Size(3, 2)))).containsExactly(LANCZOS_3X2);
    }

    @Test
    void bilinearIsThatOfPillow() {
        assertThat(blue(Resize.BILINEAR.apply(ramp(), new Size(3, 2)))).containsExactly(BILINEAR_3X2);
    }

    @Test
    void lanczosEnlargesAsPillowDoes() {
        assertThat(blue(Resize.LANCZOS.apply(ramp(), new Size(10, 4)))).containsExactly(LANCZOS_10X4);
    }

    @Test
    void areaTakesTheMean() {
        Mat picture = new Mat(2, 2, CvType.CV_8UC3);
        picture.put(0, 0, new byte[] {0, 10, 1, 100, 20, 1, 100, 30, 1, (byte) 200, 40, 1});

        byte[] pixel = new byte[3];
        Resize.AREA.apply(picture, new Size(1, 1)).get(0, 0, pixel);

        assertThat(pixel).containsExactly(100, 25, 1);
    }

    @Test
    void eachChannelIsResizedByItself() {
        Mat resized = Resize.LANCZOS.apply(ramp(), new Size(3, 2));
        byte[] all = new byte[3 * 6];
        resized.get(0, 0, all);

        for (int i = 0; i < 6; i++) {
            assertThat(all[3 * i + 1]).isEqualTo((byte) 7);
            assertThat(255 - (all[3 * i + 2] & 0xff)).isCloseTo(all[3 * i] & 0xff, within(1));
        }
    }

    /** Blue has a hard edge and a ramp, green is even, red is blue's reverse. */
    private static Mat ramp() {
        Mat picture = new Mat(4, 7, CvType.CV_8UC3);
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 7; x++) {
                int value = x < 3 ? 20 * y : 255 - 15 * x - 10 * y;
                picture.put(y, x, value, 7, 255 - value);
            }
        }
        return picture;
    }

    private static int[] blue(Mat picture) {
        int[] values = new int[(int) picture.total()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (int) picture.get(i / picture.cols(), i % picture.cols())[0];
        }
        return values;
    }
}
