// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * The folders of a file drop, as absolute paths.
 *
 * @param inbox where pictures are dropped
 * @param outbox where their cutouts go
 * @param done where a picture goes that has its cutout
 * @param failed where a picture goes that has none, with a text that says why
 */
record DropFolders(Path inbox, Path outbox, Path done, Path failed) {

    /** What Camel would read as options, an expression or a placeholder. */
    private static final Pattern UNFIT = Pattern.compile("[?]|[$][{]|[{][{]");

    /** @throws IllegalArgumentException if two of them are the same folder, or a path can't be part of a route */
    DropFolders {
        Map<Path, String> names = new LinkedHashMap<>();
        forEach(inbox, outbox, done, failed, (name, folder) -> {
            if (UNFIT.matcher(folder.toString()).find()) {
                throw new IllegalArgumentException(
                        "The path of " + name + " contains '?', '${' or '{{': " + folder + ". Use another folder.");
            }
            String other = names.put(folder, name);
            if (other != null) {
                throw new IllegalArgumentException(
                        "The same folder for " + other + " and " + name + ": " + folder + ". Use one for each.");
            }
        });
    }

    /**
     * @param done absolute, or relative to the inbox
     * @param failed absolute, or relative to the inbox
     */
    static DropFolders of(String inbox, String outbox, String done, String failed) {
        Path in = Path.of(inbox).toAbsolutePath().normalize();
        return new DropFolders(
                in,
                Path.of(outbox).toAbsolutePath().normalize(),
                in.resolve(done).normalize(),
                in.resolve(failed).normalize());
    }

    /** Makes those that don't exist. */
    void create() {
        forEach(inbox, outbox, done, failed, (name, folder) -> {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot make the folder of " + name + ": " + e, e);
            }
        });
    }

    private static void forEach(Path inbox, Path outbox, Path done, Path failed, BiConsumer<String, Path> action) {
        action.accept("inbox", inbox);
        action.accept("outbox", outbox);
        action.accept("done", done);
        action.accept("failed", failed);
    }
}
