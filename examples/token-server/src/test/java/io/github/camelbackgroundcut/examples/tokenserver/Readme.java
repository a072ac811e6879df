// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The code blocks of the README. */
final class Readme {

    private static final Pattern BLOCK = Pattern.compile("^```[a-z]*\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private Readme() {}

    static List<String> blocks() {
        try {
            return BLOCK.matcher(Files.readString(Path.of("README.md")))
                    .results()
                    .map(block -> block.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one block that begins so, as one line. */
    static String command(String begin) {
        List<String> found =
                blocks().stream().filter(block -> block.startsWith(begin)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " blocks of the README begin with " + begin);
        }
        return found.get(0).replaceAll("\\s*\\\\\\n\\s*", " ").strip();
    }
}
