// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import java.util.Locale;
import java.util.Optional;

/** How much work an engine does for a matte. */
public enum Quality {
    LOW,
    MEDIUM,
    HIGH;

    /** Reads the API's name ({@code low}, {@code medium}, {@code high}) in any case; empty if it is unknown. */
    public static Optional<Quality> fromApiName(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "low" -> Optional.of(LOW);
            case "medium" -> Optional.of(MEDIUM);
            case "high" -> Optional.of(HIGH);
            default -> Optional.empty();
        };
    }
}
