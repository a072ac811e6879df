// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for the unfinished files of one call. Closing it removes what was not moved into the store. */
public final class Staging implements AutoCloseable {

    private final Path folder;

    private Staging(Path folder) {
        this.folder = folder;
    }

    static Staging createIn(Path parent) throws IOException {
        return new Staging(Files.createTempDirectory(parent, "call-"));
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        FileTrees.delete(folder);
    }
}
