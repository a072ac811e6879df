// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelbackgroundcut.emulator.onnx.InputSpec.Channels;
import io.github.camelbackgroundcut.emulator.onnx.InputSpec.Scaling;
import io.github.camelbackgroundcut.emulator.onnx.OutputSpec.Activation;
import io.github.camelbackgroundcut.emulator.onnx.OutputSpec.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelPropertiesTest {

    @TempDir
    private Path folder;

    @Test
    void allPropertiesAreRead() throws IOException {
        ModelSpec spec = read("""
                input-size = 640x480
                resize = bilinear
                scaling = max
                mean = 0.1, 0.2, 0.3
                std = 2
                channels = bgr
                output = matte
                activation = sigmoid
                output-range = min-max
                """);

        assertThat(spec)
                .isEqualTo(new ModelSpec(
                        new InputSpec(
                                new InputSize(640, 480, InputSize.Fit.STRETCH),
                                Resize.BILINEAR,
                                Scaling.MAX,
                                List.of(0.1, 0.2, 0.3),
                                List.of(2.0, 2.0, 2.0),
                                Channels.BGR),
                        new OutputSpec("matte", Activation.SIGMOID, Range.MIN_MAX)));
    }

    @Test
    void whatIsLeftOutStaysAsInThePreset() throws IOException {
        Path file = Files.writeString(folder.resolve("model.properties"), "scaling=255\n");
        ModelSpec preset = ModelPreset.U2NET.spec();

        ModelSpec spec = ModelProperties.read(file).over(preset);

        assertThat(spec.input().scaling()).isEqualTo(Scaling.FULL);
        assertThat(spec.input().mean()).isEqualTo(preset.input().mean());
        assertThat(spec.output()).isEqualTo(preset.output());
    }

    @Test
    void aShortSideKeepsTheShape() throws IOException {
        assertThat(read("input-size=short-side 256").input().size()).isEqualTo(InputSize.shortSide(256));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "input-size=big       | input-size in .* must be a number such as 320",
                "input-size=short-side 10x20 | input-size",
                "resize=cubic         | resize in .* must be one of \\[area, bilinear, lanczos\\], not cubic",
                "scaling=256          | scaling",
                "mean=1,2             | mean in .* must be one or three numbers",
                "mean=a               | mean",
                "std=0                | other than 0",
                "channels=cmyk        | channels",
                "activation=relu      | activation",
                "output-range=full    | output-range",
                "size=320             | unknown properties \\[size\\]"
            })
    void aWrongValueIsExplained(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(line))
                .satisfies(e -> assertThat(e.getMessage()).containsPattern(message));
    }

    @Test
    void aMissingFileIsExplained() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelProperties.read(folder.resolve("none.properties")))
                .withMessageContaining("can't be read")
                .withMessageContaining("none.properties");
    }

    @Test
    void aMalformedFileIsExplained() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("mean=\\u00"))
                .withMessageContaining("model.properties can't be read");
    }

    private ModelSpec read(String text) throws IOException {
        return ModelProperties.read(Files.writeString(folder.resolve("model.properties"), text))
                .over(ModelProperties.DEFAULTS);
    }
}
