// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import io.github.camelbackgroundcut.emulator.engine.EngineSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a model needs, and what people call it.
 *
 * @param name of the preset, or of the file with the properties
 */
record NamedSpec(String name, ModelSpec spec) {

    /**
     * The preset of the settings, or the guessed one, with the model properties on top.
     *
     * @throws IllegalArgumentException if it can't be known what the model needs
     */
    static NamedSpec choose(Path file, ModelGraph graph, EngineSettings settings) {
        Optional<NamedSpec> preset = settings.preset().map(NamedSpec::ofPreset);
        if (settings.modelProperties().isPresent()) {
            Path path = settings.modelProperties().get();
            ModelProperties properties = ModelProperties.read(path);
            properties.inputSize().ifPresent(graph::requireTakes);
            NamedSpec base =
                    preset.orElseGet(() -> new NamedSpec(path.getFileName().toString(), ModelProperties.DEFAULTS));
            return new NamedSpec(base.name(), properties.over(base.spec()));
        }
        return preset.or(() -> PresetGuess.of(graph, file).map(NamedSpec::of))
                .orElseThrow(() -> new IllegalArgumentException("The model " + file
                        + " does not say which preset it needs. Add --preset, one of " + ModelPreset.names()
                        + ", or --model-properties. The model has: " + graph));
    }

    private static NamedSpec ofPreset(String text) {
        return of(ModelPreset.fromText(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no preset " + text + ". There are " + ModelPreset.names())));
    }

    private static NamedSpec of(ModelPreset preset) {
        return new NamedSpec(preset.text(), preset.spec());
    }
}
