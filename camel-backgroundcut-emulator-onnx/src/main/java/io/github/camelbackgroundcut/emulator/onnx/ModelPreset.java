// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import io.github.camelbackgroundcut.emulator.onnx.InputSpec.Channels;
import io.github.camelbackgroundcut.emulator.onnx.InputSpec.Scaling;
import io.github.camelbackgroundcut.emulator.onnx.OutputSpec.Activation;
import io.github.camelbackgroundcut.emulator.onnx.OutputSpec.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What well-known models need. */
enum ModelPreset {
    U2NET("u2net", "u2net", Preparation.U2NET, Answer.MIN_MAX),
    U2NETP("u2netp", "u2netp", Preparation.U2NET, Answer.MIN_MAX),
    SILUETA("silueta", "silueta", Preparation.U2NET, Answer.MIN_MAX),
    ISNET_GENERAL_USE("isnet-general-use", "isnet", Preparation.ISNET, Answer.MIN_MAX),
    BIREFNET_GENERAL("birefnet-general", "birefnet", Preparation.BIREFNET, Answer.SIGMOID),
    RMBG("rmbg", "rmbg[-_ .]?v?1", Preparation.RMBG, Answer.MIN_MAX),
    RMBG_2_0("rmbg-2.0", "rmbg[-_ .]?v?2", Preparation.RMBG_2, Answer.MIN_MAX),
    MODNET("modnet", "modnet", Preparation.MODNET, Answer.UNIT);

    private final String text;
    private final Pattern fileName;
    private final ModelSpec spec;

    ModelPreset(String text, String fileName, InputSpec input, OutputSpec output) {
        this.text = text;
        this.fileName = Pattern.compile(fileName, Pattern.CASE_INSENSITIVE);
        this.spec = new ModelSpec(input, output);
    }

    String text() {
        return text;
    }

    /** How much of a file's name says that it holds such a model, in characters; 0 if it does not. */
    int namedIn(String name) {
        Matcher matcher = fileName.matcher(name);
        return matcher.find() ? matcher.end() - matcher.start() : 0;
    }

    ModelSpec spec() {
        return spec;
    }

    static Optional<ModelPreset> fromText(String text) {
        return Arrays.stream(values())
                .filter(preset -> preset.text.equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(ModelPreset::text).collect(Collectors.joining(", "));
    }

    /** The inputs, apart because an enum's constants come before its own constants. */
    private static final class Preparation {

        private static final List<Double> IMAGENET_MEAN = List.of(0.485, 0.456, 0.406);
        private static final List<Double> IMAGENET_STD = List.of(0.229, 0.224, 0.225);
        private static final List<Double> HALF = List.of(0.5, 0.5, 0.5);
        private static final List<Double> ONE = List.of(1.0, 1.0, 1.0);

        static final InputSpec U2NET = imageNet(320, Resize.LANCZOS, Scaling.MAX);
        static final InputSpec ISNET =
                new InputSpec(InputSize.square(1024), Resize.LANCZOS, Scaling.FULL, HALF, ONE, Channels.RGB);
        static final InputSpec BIREFNET = imageNet(1024, Resize.LANCZOS, Scaling.FULL);
        static final InputSpec RMBG =
                new InputSpec(InputSize.square(1024), Resize.BILINEAR, Scaling.FULL, HALF, ONE, Channels.RGB);
        static final InputSpec RMBG_2 = imageNet(1024, Resize.BILINEAR, Scaling.FULL);
        static final InputSpec MODNET =
                new InputSpec(InputSize.shortSide(512), Resize.AREA, Scaling.FULL, HALF, HALF, Channels.RGB);

        private static InputSpec imageNet(int side, Resize resize, Scaling scaling) {
            return new InputSpec(InputSize.square(side), resize, scaling, IMAGENET_MEAN, IMAGENET_STD, Channels.RGB);
        }
    }

    /** The outputs. */
    private static final class Answer {
        static final OutputSpec MIN_MAX = new OutputSpec("", Activation.NONE, Range.MIN_MAX);
        static final OutputSpec SIGMOID = new OutputSpec("", Activation.SIGMOID, Range.MIN_MAX);
        static final OutputSpec UNIT = new OutputSpec("", Activation.NONE, Range.UNIT);
    }
}
