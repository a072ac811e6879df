// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which dialects of the API an emulator speaks. */
public enum Dialect {
    /** {@code input_file_path} and {@code GET /v3/files/…}; a call by keys is a 400. */
    PATHS(Vocabulary.PATHS),
    /** {@code input_key} and public URLs; a call by paths is a 400. */
    KEYS(Vocabulary.KEYS),
    /** Each call is understood by its fields. */
    BOTH(Vocabulary.PATHS, Vocabulary.KEYS);

    private final List<Vocabulary> vocabularies;

    Dialect(Vocabulary... vocabularies) {
        this.vocabularies = List.of(vocabularies);
    }

    public List<Vocabulary> vocabularies() {
        return vocabularies;
    }

    public boolean speaks(Vocabulary vocabulary) {
        return vocabularies.contains(vocabulary);
    }

    /** Its name in options and calls, such as {@code paths}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Dialect> fromText(String text) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.text().equals(text))
                .findFirst();
    }
}
