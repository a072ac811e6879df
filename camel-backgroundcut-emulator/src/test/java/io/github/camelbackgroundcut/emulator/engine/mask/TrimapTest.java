// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.engine.backdrop.Border;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.opencv.imgproc.Imgproc;

class TrimapTest {

    @Test
    void otsuSplitsTwoGroups() {
        float[] values = new float[100];
        Arrays.fill(values, 0, 70, 0.1f);
        Arrays.fill(values, 70, 100, 0.8f);

        assertThat(Trimap.otsu(values)).isBetween(0.1, 0.8);
    }

    @Test
    void saliencyBecomesFourLabels() {
        float[] saliency = new float[100];
        saliency[44] = 0.3f;
        saliency[45] = 0.5f;
        saliency[55] = 0.9f;

        byte[] trimap = Trimap.bySaliency(saliency, 0.4, Border.of(10, 10));

        assertThat(trimap[33]).isEqualTo((byte) Imgproc.GC_BGD);
        assertThat(trimap[44]).isEqualTo((byte) Imgproc.GC_PR_BGD);
        assertThat(trimap[45]).isEqualTo((byte) Imgproc.GC_PR_FGD);
        assertThat(trimap[55]).isEqualTo((byte) Imgproc.GC_FGD);
    }

    @Test
    void theBorderIsBackdropUnlessItSurelyIsNot() {
        float[] saliency = new float[100];
        saliency[0] = 0.5f;
        saliency[1] = 1;

        byte[] trimap = Trimap.bySaliency(saliency, 0.4, Border.of(10, 10));

        assertThat(trimap[0]).isEqualTo((byte) Imgproc.GC_BGD);
        assertThat(trimap[1]).isEqualTo((byte) Imgproc.GC_FGD);
    }

    @Test
    void evidenceMakesProbableBackdropProbableObjectAndLeavesWhatIsSure() {
        byte[] trimap = {Imgproc.GC_BGD, Imgproc.GC_PR_BGD, Imgproc.GC_PR_BGD, Imgproc.GC_FGD};

        Trimap.markLikely(trimap, new boolean[] {true, true, false, true});

        assertThat(trimap)
                .containsExactly((byte) Imgproc.GC_BGD, (byte) Imgproc.GC_PR_FGD, (byte) Imgproc.GC_PR_BGD, (byte)
                        Imgproc.GC_FGD);
    }
}
