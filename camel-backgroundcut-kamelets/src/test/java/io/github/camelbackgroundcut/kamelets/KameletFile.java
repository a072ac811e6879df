// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.kamelets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A Kamelet in its file.
 *
 * @param name the file's name without {@code .kamelet.yaml}
 */
record KameletFile(String name, Map<?, ?> content) {

    private static final String EXTENSION = ".kamelet.yaml";

    static KameletFile read(Path file) {
        try {
            Object content = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return new KameletFile(file.getFileName().toString().replace(EXTENSION, ""), (Map<?, ?>) content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is a whole route, from a folder or a bucket on. */
    boolean isDrop() {
        return name.endsWith("-drop");
    }

    String text(String... path) {
        return (String) at(path);
    }

    @SuppressWarnings("unchecked")
    List<Object> list(String... path) {
        return (List<Object>) at(path);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> map(String... path) {
        return (Map<String, Object>) at(path);
    }

    /** The fields of each property. */
    @SuppressWarnings("unchecked")
    Map<String, Map<String, Object>> properties() {
        return (Map<String, Map<String, Object>>) at("spec", "definition", "properties");
    }

    /** The names of the beans in its template. */
    List<String> beans() {
        List<?> beans = (List<?>) map("spec", "template").getOrDefault("beans", List.of());
        return beans.stream()
                .map(bean -> String.valueOf(((Map<?, ?>) bean).get("name")))
                .toList();
    }

    /** In Markdown. */
    String table() {
        List<Object> required = list("spec", "definition", "required");
        StringBuilder table = new StringBuilder("| Property | Description | Default | Type |\n|---|---|---|---|\n");
        properties().forEach((name, property) -> {
            List<?> choices = (List<?>) property.getOrDefault("enum", List.of());
            Object value = property.get("default");
            table.append("| `").append(name).append("` | ");
            table.append(required.contains(name) ? "**Required.** " : "").append(property.get("description"));
            table.append(choices.isEmpty() ? "" : " One of " + joined(choices) + ".");
            table.append(" | ").append(value == null ? "" : "`" + value + "`");
            table.append(" | `").append(property.get("type")).append("` |\n");
        });
        return table.toString();
    }

    @Override
    public String toString() {
        return name;
    }

    private static String joined(List<?> choices) {
        return String.join(", ", choices.stream().map(String::valueOf).toList());
    }

    private Object at(String... path) {
        Object at = content;
        for (String key : path) {
            at = ((Map<?, ?>) at).get(key);
        }
        return at;
    }
}
