// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells the preset of a model from its graph. Where several fit, the name of the file must name one of them. */
final class PresetGuess {

    private static final int SMALL = 320;
    private static final int LARGE = 1024;
    /** U²-Net has a matte for each of its six stages, and one of all; IS-Net has one for each stage. */
    private static final int STAGES = 6;

    private PresetGuess() {}

    static Optional<ModelPreset> of(ModelGraph graph, Path file) {
        List<ModelPreset> fitting = Arrays.stream(ModelPreset.values())
                .filter(preset -> fits(preset, graph))
                .toList();
        if (fitting.stream().map(ModelPreset::spec).distinct().count() == 1) {
            return Optional.of(named(fitting, file).orElse(fitting.get(0)));
        }
        return named(fitting, file);
    }

    private static boolean fits(ModelPreset preset, ModelGraph graph) {
        boolean hasOneOutput = graph.outputs().size() == 1;
        return switch (preset) {
            case U2NET, U2NETP, SILUETA ->
                graph.hasFixedSize(SMALL) && graph.planes() == graph.outputs().size();
            case ISNET_GENERAL_USE -> graph.hasFixedSize(LARGE) && (hasOneOutput || graph.planes() >= STAGES);
            case BIREFNET_GENERAL -> graph.hasFixedSize(LARGE) && hasOneOutput;
            case RMBG, RMBG_2_0 -> (graph.hasFixedSize(LARGE) || !graph.hasFixedSize()) && hasOneOutput;
            case MODNET -> !graph.hasFixedSize() && hasOneOutput;
        };
    }

    /** The preset that the name says; of several, the one of which it says most. */
    private static Optional<ModelPreset> named(List<ModelPreset> presets, Path file) {
        String name = file.getFileName().toString();
        return presets.stream()
                .filter(preset -> preset.namedIn(name) > 0)
                .max(Comparator.comparing(preset -> preset.namedIn(name)));
    }
}
