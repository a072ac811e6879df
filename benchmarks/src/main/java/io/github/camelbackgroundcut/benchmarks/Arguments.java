// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The arguments of a measured process: {@code name=value} pairs. Read without a library, which would be measured, too. */
public record Arguments(Map<String, String> values) {

    public static Arguments of(String... args) {
        return new Arguments(Arrays.stream(args)
                .map(arg -> arg.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }

    public String text(String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new IllegalArgumentException("The argument " + name + " is missing"));
    }

    public Path path(String name) {
        return Path.of(text(name));
    }

    public int count(String name) {
        return Integer.parseInt(text(name));
    }

    public long number(String name, long otherwise) {
        return values.containsKey(name) ? Long.parseLong(values.get(name)) : otherwise;
    }
}
