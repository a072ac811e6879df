// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** When outputs that exist are fetched instead of paid for again. */
enum ReuseOutputs {
    REDELIVERY,
    ALWAYS,
    NEVER;

    private static final List<ReuseOutputs> VALUES = List.of(values());

    static ReuseOutputs of(String name) {
        for (ReuseOutputs value : VALUES) {
            if (value.name().equalsIgnoreCase(name)) {
                return value;
            }
        }
        throw new IllegalArgumentException("reuseOutputs is '" + name + "': use "
                + VALUES.stream()
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }
}
