// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import java.util.Locale;
import java.util.Optional;

/** How much care the service takes with a cutout. */
public enum Quality {
    LOW,
    MEDIUM,
    HIGH;

    /** The quality of that name, in any case. */
    public static Optional<Quality> fromName(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "low" -> Optional.of(LOW);
            case "medium" -> Optional.of(MEDIUM);
            case "high" -> Optional.of(HIGH);
            default -> Optional.empty();
        };
    }

    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
