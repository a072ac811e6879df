// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The calls of the API that a fault can strike. */
public enum CallKind {
    UPLOAD,
    PROCESS,
    SEGMENT,
    /** Mints a public URL. */
    PUBLIC_URL,
    /** The bytes of a file, by its path or by a public URL. */
    DOWNLOAD,
    TOKEN,
    USAGE;

    static final Set<CallKind> THAT_NAME_FILES = EnumSet.of(PROCESS, SEGMENT, PUBLIC_URL, DOWNLOAD);

    /** Its name in the text form of faults, such as {@code process}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it names one stored file that it reads. */
    public boolean namesFile() {
        return THAT_NAME_FILES.contains(this);
    }

    static Optional<CallKind> fromText(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
