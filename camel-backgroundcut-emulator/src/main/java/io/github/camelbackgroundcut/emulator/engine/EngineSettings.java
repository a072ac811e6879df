// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The model that an engine works with. Without one, the built-in engine does.
 *
 * @param model           the file with the network
 * @param preset          the name of a known way to prepare pictures for a model, and to read its answer
 * @param modelProperties a file that describes this way for a model without a preset, or what differs from the preset
 * @param modelRuns       how many pictures are in the network at the same time, at most; each run may need gigabytes
 */
public record EngineSettings(
        Optional<Path> model, Optional<String> preset, Optional<Path> modelProperties, int modelRuns) {

    /** @throws IllegalArgumentException if something is set that needs a model, with a message that names it */
    public EngineSettings {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(preset, "preset");
        Objects.requireNonNull(modelProperties, "modelProperties");
        if (modelRuns < 1) {
            throw new IllegalArgumentException("modelRuns must be at least 1, not " + modelRuns);
        }
        if (model.isEmpty() && (preset.isPresent() || modelProperties.isPresent() || modelRuns > 1)) {
            throw new IllegalArgumentException("A preset, model properties and model runs need a model: name its file");
        }
    }

    /** No model. */
    public static EngineSettings none() {
        return new EngineSettings(Optional.empty(), Optional.empty(), Optional.empty(), 1);
    }

    /** A model whose preset is known from its graph, one picture at a time. */
    public static EngineSettings ofModel(Path file) {
        return new EngineSettings(Optional.of(file), Optional.empty(), Optional.empty(), 1);
    }

    public EngineSettings withPreset(String name) {
        return new EngineSettings(model, Optional.of(name), modelProperties, modelRuns);
    }

    public EngineSettings withModelProperties(Path file) {
        return new EngineSettings(model, preset, Optional.of(file), modelRuns);
    }

    public EngineSettings withModelRuns(int number) {
        return new EngineSettings(model, preset, modelProperties, number);
    }
}
