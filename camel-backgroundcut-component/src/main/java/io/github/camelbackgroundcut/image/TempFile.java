// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.image;

import java.io.File;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.spi.StreamCachingStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A temporary file that is deleted when the last exchange that uses it is done. */
final class TempFile {

    private static final Logger LOG = LoggerFactory.getLogger(TempFile.class);

    private final Path path;
    private final Lifetime lifetime = new Lifetime(kept -> delete());
    private final Cleaner.Cleanable leftBehind;

    private TempFile(Path path) {
        this.path = path;
        leftBehind = Lifetime.LEFT_BEHIND.register(this, () -> delete(path));
    }

    /** A new, empty file: where Camel spools, if it does, else in the JVM's folder for temporary files. */
    static TempFile create(StreamCachingStrategy strategy) throws IOException {
        return create(strategy, ".tmp");
    }

    static TempFile create(StreamCachingStrategy strategy, String extension) throws IOException {
        File spoolDirectory = strategy.isSpoolEnabled() ? strategy.getSpoolDirectory() : null;
        String prefix = "camel-backgroundcut-";
        Path path = spoolDirectory == null
                ? Files.createTempFile(prefix, extension)
                : Files.createTempFile(Files.createDirectories(spoolDirectory.toPath()), prefix, extension);
        return new TempFile(path);
    }

    Path path() {
        return path;
    }

    /**
     * Keeps the file until the exchange is done.
     *
     * @param beforeDelete runs first
     */
    void retainUntilDone(Exchange exchange, BeforeDelete beforeDelete) {
        lifetime.extendTo(exchange, (kept, shared) -> {
            try {
                beforeDelete.run(kept, shared);
            } catch (IOException e) {
                LOG.warn("Can't release the temporary file {}", path, e);
            }
        });
    }

    void delete() {
        leftBehind.clean();
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("Can't delete the temporary file {}", path, e);
        }
    }

    /** As {@link Lifetime.Leave}. */
    @FunctionalInterface
    interface BeforeDelete {
        void run(boolean kept, boolean shared) throws IOException;
    }
}
