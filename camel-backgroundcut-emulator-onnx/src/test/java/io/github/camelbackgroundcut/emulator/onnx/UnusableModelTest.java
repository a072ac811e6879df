// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelbackgroundcut.emulator.engine.EngineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that can't be used is refused when the emulator starts, with a sentence that says why. */
class UnusableModelTest {

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsMissing() {
        assertRefused(settings(), "is not a file that can be read");
    }

    @Test
    void aFileThatIsNoModel() throws IOException {
        Files.writeString(model(), "<html>Sign in to download</html>");

        assertRefused(settings(), "ONNX Runtime can't load the model " + model());
    }

    @Test
    void aModelWithTwoInputs() throws IOException {
        TinyModels.weights(320, 1, 0, 0).input("points", 1, 3, 320, 320).write(model());

        assertRefused(settings(), "[picture, points]", "Only models with one input");
    }

    @Test
    void aModelOfWholeNumbers() throws IOException {
        new TinyModel()
                .wholeInput("picture", 1, 3, 64, 64)
                .node("Neg", List.of("picture"), "matte")
                .output("matte", 1, 3, 64, 64)
                .write(model());

        assertRefused(settings(), "ONNX Runtime can't load");
    }

    @Test
    void aModelOfGreyPictures() throws IOException {
        new TinyModel()
                .input("picture", 1, 1, 64, 64)
                .node("Neg", List.of("picture"), "matte")
                .output("matte", 1, 1, 64, 64)
                .write(model());

        assertRefused(settings(), "[1, 1, 64, 64]", "[1, 3, height, width]");
    }

    @Test
    void anAnswerOfThreePlanes() throws IOException {
        new TinyModel()
                .input("picture", 1, 3, 64, 64)
                .node("Neg", List.of("picture"), "classes")
                .output("classes", 1, 3, 64, 64)
                .write(model());

        assertRefused(settings().withPreset("u2net"), "output classes is not one plane", "[1, 3, 64, 64]");
    }

    @Test
    void anAnswerThatIsNoNumbers() throws IOException {
        new TinyModel()
                .input("picture", 1, 3, 64, 64)
                .node("IsNaN", List.of("picture"), "mask")
                .truthOutput("mask", 1, 3, 64, 64)
                .write(model());

        assertRefused(settings().withPreset("u2net"), "no output of floating-point numbers");
    }

    @Test
    void aModelThatCouldBeAny() throws IOException {
        TinyModels.weights(1024, 1, 0, 0).write(model());

        assertRefused(
                settings(), "--preset, one of u2net, u2netp", "--model-properties", "input picture [1, 3, 1024, 1024]");
    }

    @Test
    void aPresetThatThereIsNot() throws IOException {
        TinyModels.redness(model());

        assertRefused(settings().withPreset("u3net"), "no preset u3net", "isnet-general-use", "modnet");
    }

    @Test
    void anOutputThatThereIsNot() throws IOException {
        TinyModels.redness(model());
        Path properties = Files.writeString(folder.resolve("model.properties"), "output=mask");

        assertRefused(settings().withModelProperties(properties), "no output mask", "[probability]");
    }

    @Test
    void aSizeThatTheModelDoesNotTake() throws IOException {
        TinyModels.redness(model());
        Path properties = Files.writeString(folder.resolve("model.properties"), "input-size=640x480");

        assertRefused(settings().withModelProperties(properties), "[1, 3, 320, 320]", "input-size");
    }

    @Test
    void aPresetsSizeThatTheModelTakesInPart() throws IOException {
        TinyModels.sum(new TinyModel().input("picture", 1, 3, -1, 512), 1, 0, 0)
                .output("matte", 1, 1, -1, 512)
                .write(model());

        assertRefused(settings().withPreset("u2net"), "[1, 3, -1, 512]", "Set input-size");
    }

    @Test
    void anySizeAndNoneIsSet() throws IOException {
        TinyModels.sum(new TinyModel().input("picture", 1, 3, -1, -1), 1, 0, 0)
                .output("matte", 1, 1, -1, -1)
                .write(model());
        Path properties = Files.writeString(folder.resolve("model.properties"), "scaling=255");

        assertRefused(settings().withModelProperties(properties), "Set input-size");
    }

    private void assertRefused(EngineSettings settings, String... texts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OnnxEngineProvider().open(settings))
                .satisfies(e -> assertThat(e.getMessage()).contains(texts));
    }

    private Path model() {
        return folder.resolve("model.onnx");
    }

    private EngineSettings settings() {
        return EngineSettings.ofModel(model());
    }
}
