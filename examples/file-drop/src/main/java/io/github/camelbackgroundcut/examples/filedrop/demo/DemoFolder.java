// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a demo run: emptied, then filled with pictures. */
final class DemoFolder {

    private DemoFolder() {}

    /** Removes what the run before has made. */
    static void empty(Path folder) throws IOException {
        for (String made : List.of("inbox", "outbox", "done", "failed", "contact-sheet.html")) {
            delete(folder.resolve(made));
        }
    }

    /** Copies pictures into a folder; none is to be seen there before it is whole. */
    static void fill(Path folder, List<Path> pictures) throws IOException {
        Files.createDirectories(folder);
        for (Path picture : pictures) {
            Path hidden = folder.resolve("." + picture.getFileName());
            Files.copy(picture, hidden);
            Files.move(hidden, folder.resolve(picture.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
