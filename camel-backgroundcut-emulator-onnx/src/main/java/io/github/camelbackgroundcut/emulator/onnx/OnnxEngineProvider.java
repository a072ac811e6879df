// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import io.github.camelbackgroundcut.emulator.engine.CutoutEngine;
import io.github.camelbackgroundcut.emulator.engine.CutoutEngineProvider;
import io.github.camelbackgroundcut.emulator.engine.EngineSettings;
import java.util.Optional;

/** Opens the model of the settings. Without one, not even ONNX Runtime is loaded. */
public final class OnnxEngineProvider implements CutoutEngineProvider {

    @Override
    public Optional<CutoutEngine> open(EngineSettings settings) {
        return settings.model().map(model -> OnnxCutoutEngine.open(model, settings));
    }
}
