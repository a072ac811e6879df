// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The settings of an s3 drop, which {@code application.properties} names and describes. What is given to a program goes before
 * system properties, these before the environment, and all before the defaults.
 */
public final class Settings {

    static final String SOURCE_BUCKET = "source-bucket";
    static final String TARGET_BUCKET = "target-bucket";

    private static final String PREFIX = "s3drop.";

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param given such as {@code s3drop.poll}
     * @throws IllegalArgumentException if they contradict each other
     */
    public static Settings load(Map<String, String> given, Map<String, String> environment) {
        Properties defaults = new Properties();
        try (InputStream in = Settings.class.getResourceAsStream("/application.properties")) {
            defaults.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : defaults.stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                String variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
                values.put(
                        name,
                        Optional.ofNullable(given.get(name))
                                .or(() -> Optional.ofNullable(System.getProperty(name)))
                                .or(() -> Optional.ofNullable(environment.get(variable)))
                                .orElseGet(() -> defaults.getProperty(name))
                                .strip());
            }
        }
        return new Settings(values).checked();
    }

    /** The same with others set. */
    Settings with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(values);
        more.forEach((name, value) -> all.put(PREFIX + name, value));
        return new Settings(all).checked();
    }

    /** @param name without its prefix, such as {@code poll}; a blank value counts as none */
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(PREFIX + name)).filter(value -> !value.isBlank());
    }

    String required(String name) {
        return value(name).orElseThrow(() -> new IllegalArgumentException(PREFIX + name + " is not set."));
    }

    /** All, as Camel's properties. */
    Map<String, String> properties() {
        return Map.copyOf(values);
    }

    private Settings checked() {
        Optional<String> source = value(SOURCE_BUCKET);
        Optional<String> target = value(TARGET_BUCKET);
        if (source.isPresent() != target.isPresent()) {
            throw new IllegalArgumentException(
                    "Set both s3drop.source-bucket and s3drop.target-bucket, or neither to start an"
                            + " S3 server in this process.");
        }
        if (source.isPresent() && source.equals(target)) {
            throw new IllegalArgumentException(
                    "s3drop.source-bucket and s3drop.target-bucket are the same: cutouts could become pictures again.");
        }
        List<String> prefixes = List.of(required("inbox"), required("done"), required("failed"));
        for (String prefix : prefixes) {
            if (!prefix.endsWith("/") || prefix.startsWith("/")) {
                throw new IllegalArgumentException(
                        "The prefix " + prefix + " must end in a slash, and not begin with one.");
            }
            if (prefixes.stream().filter(other -> other.startsWith(prefix)).count() > 1) {
                throw new IllegalArgumentException("Of the prefixes " + prefixes
                        + " none may be within another: what is moved there would be found again.");
            }
        }
        return this;
    }
}
