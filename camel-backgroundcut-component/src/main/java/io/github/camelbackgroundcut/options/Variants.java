// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbackgroundcut.BackgroundCutConfiguration;
import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.api.Quality;
import io.github.camelbackgroundcut.api.VariantSettings;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import io.github.camelbackgroundcut.removal.NamedVariant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;

/** Reads the requested results: one from an endpoint's options, or several with a name each. */
final class Variants {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,50}");
    private static final Set<String> FIELDS = Set.of(
            "outputFilePath", "format", "maxResolution", "quality", "backgroundColor", "outputCompression", "autocrop");

    private static final String NOT_A_MAP =
            "Variants must be a map of names to fields, or such a map as JSON text: {\"thumb\": {\"format\": \"webp\"}}";

    private Variants() {}

    /**
     * The results in their order.
     *
     * @throws IllegalArgumentException with a sentence that says what to change
     */
    static List<NamedVariant> of(BackgroundCutConfiguration options, CamelContext context) {
        if (options.getVariants().isEmpty()) {
            return List.of(new NamedVariant(
                    Optional.empty(), Optional.ofNullable(options.getOutputFilePath()), settings(options)));
        }
        if (options.getOutputFilePath() != null) {
            throw new IllegalArgumentException(
                    "outputFilePath is for one result, but there are variants: set variant.<name>.outputFilePath instead");
        }
        List<NamedVariant> variants = new ArrayList<>();
        options.getVariants().forEach((name, value) -> variants.add(variant(name, value, options, context)));
        return variants;
    }

    /**
     * A header's value as a map of names to fields.
     *
     * @param value such a map already, or JSON text
     */
    static Map<String, Object> parse(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> variants = new LinkedHashMap<>();
            map.forEach((name, fields) -> variants.put(String.valueOf(name), fields));
            return variants;
        }
        try {
            Map<String, Object> variants =
                    MAPPER.readValue(String.valueOf(value), new TypeReference<LinkedHashMap<String, Object>>() {});
            // The JSON text "null" is read as null.
            if (variants != null) {
                return variants;
            }
            throw new InvalidInputException(NOT_A_MAP);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(NOT_A_MAP, e);
        }
    }

    private static NamedVariant variant(
            String name, Object value, BackgroundCutConfiguration options, CamelContext context) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The variant name '" + name
                    + "' is not valid in a file name: use up to 50 letters, digits, '-' and '_'");
        }
        if (value instanceof VariantSettings settings) {
            return new NamedVariant(Optional.of(name), Optional.empty(), settings);
        }
        if (!(value instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("variant." + name + " is neither a map of fields nor VariantSettings");
        }
        BackgroundCutConfiguration own = options.copy();
        fields.forEach((field, setting) -> {
            String option = camelCase(String.valueOf(field));
            if (!FIELDS.contains(option)) {
                throw new IllegalArgumentException("variant." + name + " has no field '" + field + "': it may have "
                        + FIELDS.stream().sorted().toList());
            }
            MessageOptions.set(own, option, setting, context, "variant." + name + "." + field);
        });
        return new NamedVariant(Optional.of(name), Optional.ofNullable(own.getOutputFilePath()), settings(own));
    }

    private static VariantSettings settings(BackgroundCutConfiguration options) {
        return new VariantSettings(
                OutputFormat.fromName(options.getFormat())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "format is '" + options.getFormat() + "': use png, webp or jpeg")),
                options.getMaxResolution(),
                Quality.fromName(options.getQuality())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "quality is '" + options.getQuality() + "': use low, medium or high")),
                Optional.ofNullable(options.getBackgroundColor()).map(Variants::color),
                options.getOutputCompression(),
                options.isAutocrop());
    }

    /** Without '#', too: in a URI '#' begins the name of a bean. */
    private static String color(String color) {
        return color.startsWith("#") ? color : '#' + color;
    }

    /** The API writes {@code max_resolution} where Camel writes {@code maxResolution}. */
    private static String camelCase(String field) {
        StringBuilder name = new StringBuilder();
        for (String word : field.split("_")) {
            name.append(
                    name.isEmpty() || word.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
