// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import io.github.camelbackgroundcut.emulator.engine.ClassicalCutoutEngine;
import io.github.camelbackgroundcut.emulator.engine.CutoutEngine;
import io.github.camelbackgroundcut.emulator.engine.EdgeRefinement;
import io.github.camelbackgroundcut.emulator.engine.EngineSettings;
import io.github.camelbackgroundcut.emulator.engine.PointHints;
import io.github.camelbackgroundcut.emulator.engine.Quality;
import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.MatScope;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;
import java.nio.file.Path;
import org.opencv.core.Mat;

/**
 * Finds objects with a neural network. The network says at its own, fixed size what belongs to the object; the edges are
 * then found at the size of the picture. Points are left to the classical engine: these networks take none.
 */
final class OnnxCutoutEngine implements CutoutEngine, AutoCloseable {

    private final OnnxModel model;
    private final ModelSpec spec;
    private final String name;
    private final CutoutEngine forPoints = new ClassicalCutoutEngine();

    private OnnxCutoutEngine(OnnxModel model, ModelSpec spec, String name) {
        this.model = model;
        this.spec = spec;
        this.name = name;
    }

    /** @throws IllegalArgumentException if the model can't be used, with a message that says what to change */
    static OnnxCutoutEngine open(Path file, EngineSettings settings) {
        OnnxModel model = OnnxModel.open(file, settings.modelRuns());
        try {
            NamedSpec named = NamedSpec.choose(file, model.graph(), settings);
            ModelSpec spec = model.graph().fitted(named.spec());
            return new OnnxCutoutEngine(model, spec, named.name() + " (" + file.getFileName() + ")");
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    @Override
    public AlphaMatte matte(Picture picture, Quality quality) throws UnusablePictureException {
        try (MatScope scope = new MatScope()) {
            Tensor input = spec.input().tensorOf(picture.bgr());
            Mat small = scope.own(
                    spec.output().maskOf(model.run(input, spec.output().name())));
            return EdgeRefinement.refine(picture, small, quality);
        }
    }

    @Override
    public AlphaMatte matte(Picture picture, PointHints hints) throws UnusablePictureException {
        return forPoints.matte(picture, hints);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String nameForPoints() {
        return forPoints.name();
    }

    /** Waits for the runs under way, and frees the network. */
    @Override
    public void close() {
        model.close();
    }
}
