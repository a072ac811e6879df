// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sample pictures: each JPEG of the samples folder that has its exact alpha beside it. */
final class SamplePictures {

    private SamplePictures() {}

    /** @throws IOException if the folder can't be read or holds none */
    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> pictures =
                    files.filter(SamplePictures::hasAlpha).sorted().toList();
            if (pictures.isEmpty()) {
                throw new IOException("No sample pictures in " + folder);
            }
            return pictures;
        }
    }

    private static boolean hasAlpha(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jpg") && Files.exists(file.resolveSibling(name.replace(".jpg", "-alpha.png")));
    }
}
