// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Models of a few operators, whose answer can be told in advance. */
final class TinyModels {

    private TinyModels() {}

    /** The weighted sum of the three planes of its input. */
    static TinyModel weights(long side, float first, float second, float third) {
        return sum(new TinyModel().input("picture", 1, 3, side, side), first, second, third)
                .output("matte", 1, 1, side, side);
    }

    /** The operators of {@link #weights}, from {@code picture} to {@code matte}. */
    static TinyModel sum(TinyModel model, float first, float second, float third) {
        return model.constant("weights", new long[] {1, 3, 1, 1}, first, second, third)
                .constant("planes", 1L)
                .node("Mul", List.of("picture", "weights"), "weighted")
                .node("ReduceSum", List.of("weighted", "planes"), "matte");
    }

    /** Like U²-Net: 320 × 320, and probabilities. What is more red than green and blue is the object. */
    static Path redness(Path file) throws IOException {
        return sum(new TinyModel().input("picture", 1, 3, 320, 320), 1, -0.5f, -0.5f)
                .constant("steepness", new long[] {1}, 60)
                .node("Mul", List.of("matte", "steepness"), "steep")
                .node("Sigmoid", List.of("steep"), "probability")
                .output("probability", 1, 1, 320, 320)
                .write(file);
    }
}
