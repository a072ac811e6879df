// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import io.github.camelbackgroundcut.emulator.engine.EngineSettings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that choose a model instead of the built-in engine. */
final class ModelOptions {

    @Option(
            names = "--model",
            paramLabel = "FILE",
            defaultValue = "${env:BACKGROUNDCUT_EMULATOR_MODEL}",
            description =
                    "ONNX model that finds the objects; needs the standalone jar of camel-backgroundcut-emulator-onnx"
                            + " (default: none, the built-in engine works, or BACKGROUNDCUT_EMULATOR_MODEL).")
    private Optional<Path> model;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "What the model needs: u2net, u2netp, silueta, isnet-general-use, birefnet-general, rmbg,"
                    + " rmbg-2.0 or modnet (default: guessed, where the model leaves no doubt).")
    private Optional<String> preset;

    @Option(
            names = "--model-properties",
            paramLabel = "FILE",
            description = "What a model without a preset needs, or what differs from the preset, as a properties file.")
    private Optional<Path> modelProperties;

    @Option(
            names = "--model-runs",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description =
                    "Pictures in the model at the same time; each may need gigabytes (default: ${DEFAULT-VALUE}).")
    private int modelRuns;

    EngineSettings settings() {
        // A blank variable counts as not set.
        Optional<Path> file = model.filter(path -> !path.toString().isBlank());
        return new EngineSettings(file, preset, modelProperties, modelRuns);
    }
}
