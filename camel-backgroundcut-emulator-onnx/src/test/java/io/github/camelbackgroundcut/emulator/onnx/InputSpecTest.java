// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.camelbackgroundcut.emulator.picture.OpenCvLibrary;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class InputSpecTest {

    private static final Offset<Float> EXACT = within(1e-5f);

    @BeforeAll
    static void loadOpenCv() {
        OpenCvLibrary.load();
    }

    /** Red 200, green 100, blue 50; the values are worked out by hand. */
    @ParameterizedTest
    @CsvSource({
        // (200 / 200 - 0.485) / 0.229, (100 / 200 - 0.456) / 0.224, (50 / 200 - 0.406) / 0.225
        "U2NET, 320, 2.2489083, 0.1964286, -0.6933333",
        "U2NETP, 320, 2.2489083, 0.1964286, -0.6933333",
        "SILUETA, 320, 2.2489083, 0.1964286, -0.6933333",
        // 200 / 255 - 0.5, 100 / 255 - 0.5, 50 / 255 - 0.5
        "ISNET_GENERAL_USE, 1024, 0.2843137, -0.1078431, -0.3039216",
        "RMBG, 1024, 0.2843137, -0.1078431, -0.3039216",
        // (200 / 255 - 0.485) / 0.229, (100 / 255 - 0.456) / 0.224, (50 / 255 - 0.406) / 0.225
        "BIREFNET_GENERAL, 1024, 1.3070468, -0.2850140, -0.9329847",
        "RMBG_2_0, 1024, 1.3070468, -0.2850140, -0.9329847",
        // 200 / 127.5 - 1, 100 / 127.5 - 1, 50 / 127.5 - 1
        "MODNET, 512, 0.5686275, -0.2156863, -0.6078431"
    })
    void aPresetPreparesRedGreenAndBlueInThisOrder(ModelPreset preset, int side, float red, float green, float blue) {
        Tensor tensor = preset.spec().input().tensorOf(even(600, 600));

        assertThat(tensor.shape()).containsExactly(1, 3, side, side);
        assertThat(tensor.values()).hasSize(3 * side * side);
        assertPlane(tensor, 0, red);
        assertPlane(tensor, 1, green);
        assertPlane(tensor, 2, blue);
    }

    @Test
    void theLargestValueOfABlackPictureIsNotADivisor() {
        Mat black = new Mat(20, 20, CvType.CV_8UC3, Scalar.all(0));

        assertPlane(ModelPreset.U2NET.spec().input().tensorOf(black), 0, -0.485f / 0.229f);
    }

    /** MODNet: the short side becomes 512, the long one what fits, cut to a multiple of 32. */
    @ParameterizedTest
    @CsvSource({
        "1000, 800, 640, 512",
        "800, 1000, 512, 640",
        "300, 300, 512, 512",
        "1001, 800, 640, 512",
        // 512 / 98.0 * 98 is a bit less than 512
        "150, 98, 768, 512",
        "784, 1000, 512, 640",
        // at most four times as long as wide
        "4000, 200, 2048, 512",
        "200, 4000, 512, 2048"
    })
    void theShapeOfThePictureIsKept(int width, int height, int inputWidth, int inputHeight) {
        assertThat(ModelPreset.MODNET
                        .spec()
                        .input()
                        .tensorOf(even(width, height))
                        .shape())
                .containsExactly(1, 3, inputHeight, inputWidth);
    }

    private static void assertPlane(Tensor tensor, int plane, float value) {
        int pixels = tensor.values().length / 3;
        IntStream.of(0, pixels / 2, pixels - 1)
                .forEach(i -> assertThat(tensor.values()[plane * pixels + i]).isCloseTo(value, EXACT));
    }

    private static Mat even(int width, int height) {
        return new Mat(height, width, CvType.CV_8UC3, new Scalar(50, 100, 200));
    }
}
