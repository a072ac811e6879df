// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.util.Arrays;
import java.util.Locale;

/** When outputs that exist are fetched instead of paid for again. */
enum ReuseOutputs {
    REDELIVERY,
    ALWAYS,
    NEVER;

    static ReuseOutputs of(String name) {
        return Arrays.stream(values())
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("reuseOutputs is '" + name + "': use "
                        + String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                                        .toList())));
    }
}
