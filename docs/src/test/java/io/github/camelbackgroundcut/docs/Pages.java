// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the repository that users read or copy. */
public final class Pages {

    public static final Path ROOT = Path.of("..");

    private Pages() {}

    /** Pages, and files of routes: those of tests too, since they show how it is done. */
    public static List<Path> ending(String... endings) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .filter(file -> !contains(file, "target") && !contains(file, ".git"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fenced blocks of a language. */
    static List<String> blocks(Path page, String language) {
        return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(text(page))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** The block that a page shows as a file, under its name. */
    static String file(Path page, String name) {
        return Pattern.compile(
                        "^`" + Pattern.quote(name) + "`\\n\\n```\\w+\\n(.*?)```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(text(page))
                .results()
                .map(block -> block.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page + " doesn't show " + name));
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(Path file, String folder) {
        for (Path part : file) {
            if (part.toString().equals(folder)) {
                return true;
            }
        }
        return false;
    }
}
