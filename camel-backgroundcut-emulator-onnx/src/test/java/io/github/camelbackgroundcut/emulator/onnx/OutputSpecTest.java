// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelbackgroundcut.emulator.onnx.OutputSpec.Activation;
import io.github.camelbackgroundcut.emulator.onnx.OutputSpec.Range;
import io.github.camelbackgroundcut.emulator.picture.OpenCvLibrary;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.Mat;

class OutputSpecTest {

    private static final OutputSpec MIN_MAX = new OutputSpec("matte", Activation.NONE, Range.MIN_MAX);
    private static final OutputSpec UNIT = new OutputSpec("matte", Activation.NONE, Range.UNIT);

    @BeforeAll
    static void loadOpenCv() {
        OpenCvLibrary.load();
    }

    @Test
    void theSmallestBecomesZeroAndTheLargestOpaque() throws Exception {
        assertThat(alpha(MIN_MAX, -2, 0, 2, 8)).containsExactly(0, 51, 102, 255);
    }

    @Test
    void theUnitRangeIsKeptAndWhatIsBeyondCutOff() throws Exception {
        assertThat(alpha(UNIT, -0.5f, 0.2f, 0.5f, 1.5f)).containsExactly(0, 51, 128, 255);
    }

    /** Of -2, 0, 2 and 8: 0.1192, 0.5, 0.8808, 0.9997. */
    @Test
    void theSigmoidComesBeforeTheRange() throws Exception {
        assertThat(alpha(new OutputSpec("", Activation.SIGMOID, Range.UNIT), -2, 0, 2, 8))
                .containsExactly(30, 128, 225, 255);
        assertThat(alpha(new OutputSpec("", Activation.SIGMOID, Range.MIN_MAX), -2, 0, 2, 8))
                .containsExactly(0, 110, 221, 255);
    }

    @Test
    void rowsStayRows() throws Exception {
        Mat mask = UNIT.maskOf(new Tensor(new long[] {1, 1, 2, 3}, new float[] {0, 0, 0, 1, 0, 1}));

        assertThat(mask.rows()).isEqualTo(2);
        assertThat(mask.cols()).isEqualTo(3);
        assertThat(mask.get(1, 0)[0]).isEqualTo(255);
        assertThat(mask.get(0, 2)[0]).isZero();
    }

    @ParameterizedTest
    @EnumSource(Range.class)
    void anEmptyAnswerIsNoSubject(Range range) {
        OutputSpec spec = new OutputSpec("", Activation.NONE, range);

        assertThatExceptionOfType(UnusablePictureException.class)
                .isThrownBy(() -> alpha(spec, 0, 0, 0, 0))
                .withMessageStartingWith("No subject");
    }

    @ParameterizedTest
    @EnumSource(Range.class)
    void numbersThatAreNoneAreNoSubject(Range range) {
        OutputSpec spec = new OutputSpec("", Activation.NONE, range);

        assertThatExceptionOfType(UnusablePictureException.class).isThrownBy(() -> alpha(spec, Float.NaN, 0, 1, 1));
    }

    private static int[] alpha(OutputSpec spec, float... values) throws UnusablePictureException {
        Mat mask = spec.maskOf(new Tensor(new long[] {1, 1, 2, 2}, values));
        return new int[] {
            (int) mask.get(0, 0)[0], (int) mask.get(0, 1)[0], (int) mask.get(1, 0)[0], (int) mask.get(1, 1)[0]
        };
    }
}
