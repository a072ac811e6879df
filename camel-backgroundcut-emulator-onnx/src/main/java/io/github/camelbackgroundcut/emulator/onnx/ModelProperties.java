// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import io.github.camelbackgroundcut.emulator.onnx.InputSpec.Channels;
import io.github.camelbackgroundcut.emulator.onnx.InputSpec.Scaling;
import io.github.camelbackgroundcut.emulator.onnx.OutputSpec.Activation;
import io.github.camelbackgroundcut.emulator.onnx.OutputSpec.Range;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file that says what a model without a preset needs. What it leaves out stays as it was. */
final class ModelProperties {

    /** What a model needs that needs nothing special. */
    static final ModelSpec DEFAULTS = new ModelSpec(
            new InputSpec(
                    InputSize.ofGraph(),
                    Resize.LANCZOS,
                    Scaling.FULL,
                    List.of(0.0, 0.0, 0.0),
                    List.of(1.0, 1.0, 1.0),
                    Channels.RGB),
            new OutputSpec("", Activation.NONE, Range.UNIT));

    private static final Pattern SIZE = Pattern.compile("(short-side )?(\\d{2,4})(?:x(\\d{2,4}))?");
    private static final Set<String> KEYS = Set.of(
            "input-size", "resize", "scaling", "mean", "std", "channels", "output", "activation", "output-range");

    private final Path file;
    private final Properties properties;

    private ModelProperties(Path file, Properties properties) {
        this.file = file;
        this.properties = properties;
    }

    /** @throws IllegalArgumentException if it can't be read, or has an unknown key */
    static ModelProperties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            // The latter for an escape that is none.
            throw new IllegalArgumentException("The model properties " + file + " can't be read: " + e, e);
        }
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " has the unknown properties " + unknown + ". There are " + new TreeSet<>(KEYS));
        }
        return new ModelProperties(file, properties);
    }

    /** The size, if the file sets one. A graph may fix another. */
    Optional<InputSize> inputSize() {
        return value("input-size", this::size);
    }

    /** @throws IllegalArgumentException if a value is wrong, with a message that names it */
    ModelSpec over(ModelSpec base) {
        InputSpec input = base.input();
        OutputSpec output = base.output();
        return new ModelSpec(
                new InputSpec(
                        inputSize().orElse(input.size()),
                        choice(
                                        "resize",
                                        Map.of(
                                                "lanczos",
                                                Resize.LANCZOS,
                                                "bilinear",
                                                Resize.BILINEAR,
                                                "area",
                                                Resize.AREA))
                                .orElse(input.resize()),
                        choice("scaling", Map.of("255", Scaling.FULL, "max", Scaling.MAX, "none", Scaling.NONE))
                                .orElse(input.scaling()),
                        value("mean", text -> three("mean", text)).orElse(input.mean()),
                        value("std", text -> three("std", text)).orElse(input.std()),
                        choice("channels", Map.of("rgb", Channels.RGB, "bgr", Channels.BGR))
                                .orElse(input.channels())),
                new OutputSpec(
                        value("output", Function.identity()).orElse(output.name()),
                        choice("activation", Map.of("none", Activation.NONE, "sigmoid", Activation.SIGMOID))
                                .orElse(output.activation()),
                        choice("output-range", Map.of("min-max", Range.MIN_MAX, "0-1", Range.UNIT))
                                .orElse(output.range())));
    }

    private InputSize size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches() || (matcher.group(1) != null && matcher.group(3) != null)) {
            throw wrong(
                    "input-size", "a number such as 320, width and height such as 640x480, or short-side 512", text);
        }
        int width = Integer.parseInt(matcher.group(2));
        if (matcher.group(1) != null) {
            return InputSize.shortSide(width);
        }
        int height = matcher.group(3) == null ? width : Integer.parseInt(matcher.group(3));
        return new InputSize(width, height, InputSize.Fit.STRETCH);
    }

    private List<Double> three(String key, String text) {
        try {
            List<Double> numbers =
                    Arrays.stream(text.split("[,\\s]+")).map(Double::valueOf).toList();
            boolean isUsable =
                    numbers.stream().allMatch(Double::isFinite) && !(key.equals("std") && numbers.contains(0.0));
            if (isUsable && numbers.size() == 1) {
                return List.of(numbers.get(0), numbers.get(0), numbers.get(0));
            }
            if (isUsable && numbers.size() == 3) {
                return numbers;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, "one or three numbers", text);
        }
        throw wrong(key, key.equals("std") ? "one or three numbers other than 0" : "one or three numbers", text);
    }

    private <T> Optional<T> choice(String key, Map<String, T> choices) {
        return value(
                key,
                text -> Optional.ofNullable(choices.get(text))
                        .orElseThrow(() -> wrong(key, "one of " + new TreeSet<>(choices.keySet()), text)));
    }

    private <T> Optional<T> value(String key, Function<String, T> read) {
        return Optional.ofNullable(properties.getProperty(key))
                .map(String::strip)
                .map(read);
    }

    private IllegalArgumentException wrong(String key, String wanted, String text) {
        return new IllegalArgumentException(key + " in " + file + " must be " + wanted + ", not " + text);
    }
}
