// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The settings of a process. From the weakest to the strongest: {@code application.properties}; what the dispatcher of this folder
 * has written down; the environment; system properties; and what the program itself sets.
 */
public final class Settings {

    private static final String NOTES = "fleet.properties";

    private final Map<String, String> values;
    private final Map<String, String> notes;

    private Settings(Map<String, String> values, Map<String, String> notes) {
        this.values = values;
        this.notes = notes;
    }

    /**
     * @param set what the program itself sets
     * @param environment such as {@link System#getenv()}
     */
    public static Settings of(Map<String, String> set, Map<String, String> environment) {
        Map<String, String> values = new TreeMap<>(load(Settings.class.getResourceAsStream("/application.properties")));
        values.keySet().removeIf(name -> !name.startsWith("fleet."));
        Map<String, String> stronger = new HashMap<>();
        values.keySet().forEach(name -> {
            String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
            if (environment.containsKey(variable)) {
                stronger.put(name, environment.get(variable));
            }
        });
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("fleet.") || name.startsWith("camel."))
                .forEach(name -> stronger.put(name, System.getProperty(name)));
        stronger.putAll(set);
        Path folder = Path.of(stronger.getOrDefault("fleet.folder", values.get("fleet.folder")));
        Map<String, String> notes = read(folder.resolve(NOTES));
        values.putAll(notes);
        values.putAll(stronger);
        return new Settings(values, notes);
    }

    /** With more, which go before all others. */
    public Settings with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(more);
        return new Settings(all, notes);
    }

    /** The value without spaces around it; empty if it is not set. */
    public String get(String name) {
        return values.getOrDefault(name, "").strip();
    }

    public boolean isSet(String name) {
        return !get(name).isEmpty();
    }

    public int number(String name) {
        try {
            return Integer.parseInt(get(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is no number: " + get(name), e);
        }
    }

    public Path folder() {
        return Path.of(get("fleet.folder")).toAbsolutePath().normalize();
    }

    /** What an earlier dispatcher of this folder has written down, such as its ports. */
    public Map<String, String> notes() {
        return Map.copyOf(notes);
    }

    /** Writes down what the workers of this folder must know. */
    public void write(Map<String, String> facts) {
        Properties file = new Properties();
        file.putAll(facts);
        Path part = folder().resolve("." + NOTES);
        try {
            Files.createDirectories(folder());
            try (var out = Files.newBufferedWriter(part)) {
                file.store(out, "Written by the dispatcher, for the workers that start in this folder.");
            }
            Files.move(
                    part, folder().resolve(NOTES), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write into " + folder() + ": " + e, e);
        }
    }

    /** All of them, for Camel. */
    Map<String, String> all() {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().strip()));
    }

    private static Map<String, String> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return load(Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> load(InputStream from) {
        Properties properties = new Properties();
        try (from) {
            properties.load(from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
