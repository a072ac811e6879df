// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Chooses the engine of an emulator that was configured with none. */
public final class CutoutEngines {

    private CutoutEngines() {}

    /**
     * The engine of the first {@link CutoutEngineProvider} on the class path that has one, else the
     * {@link ClassicalCutoutEngine}.
     *
     * @throws IllegalArgumentException if the settings name a model and no provider takes it, or if the model can't be
     *                                  used
     */
    public static CutoutEngine open(EngineSettings settings) {
        List<CutoutEngineProvider> providers =
                ServiceLoader.load(CutoutEngineProvider.class, CutoutEngines.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        return open(settings, providers);
    }

    static CutoutEngine open(EngineSettings settings, List<CutoutEngineProvider> providers) {
        for (CutoutEngineProvider provider : providers) {
            Optional<CutoutEngine> engine = provider.open(settings);
            if (engine.isPresent()) {
                return engine.get();
            }
        }
        settings.model().ifPresent(model -> {
            throw new IllegalArgumentException("No engine for the model " + model
                    + " is on the class path. Add camel-backgroundcut-emulator-onnx, or start its standalone jar");
        });
        return new ClassicalCutoutEngine();
    }
}
