// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The calls of the API that a fault can strike. */
public enum CallKind {
    UPLOAD,
    PROCESS,
    SEGMENT,
    DOWNLOAD,
    TOKEN,
    USAGE;

    /** Its name in the text form of faults, such as {@code process}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it names one stored file that it reads. */
    public boolean namesFile() {
        return this == PROCESS || this == SEGMENT || this == DOWNLOAD;
    }

    static Optional<CallKind> fromText(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
