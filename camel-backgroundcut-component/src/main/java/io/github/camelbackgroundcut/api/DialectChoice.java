// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import java.util.Locale;
import java.util.Optional;

/** Which dialect of the v3 API is spoken. */
public enum DialectChoice {
    /** Whichever the service answers to. */
    AUTO,
    /** Files have paths, which the service names. */
    PATHS,
    /** Files have keys, which the caller names. */
    KEYS;

    /** The choice of that name, whatever its case. */
    public static Optional<DialectChoice> fromName(String name) {
        return switch (String.valueOf(name).toLowerCase(Locale.ROOT)) {
            case "auto" -> Optional.of(AUTO);
            case "paths" -> Optional.of(PATHS);
            case "keys" -> Optional.of(KEYS);
            default -> Optional.empty();
        };
    }
}
