// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.image;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.spi.StreamCachingStrategy;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A temporary file that is deleted when the last exchange that uses it is done. */
final class TempFile {

    private static final Logger LOG = LoggerFactory.getLogger(TempFile.class);

    private final Path path;
    private final AtomicInteger users = new AtomicInteger();

    private TempFile(Path path) {
        this.path = path;
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
     * @param beforeDelete runs first, with the exchange that is done
     */
    void retainUntilDone(Exchange exchange, BeforeDelete beforeDelete) {
        users.incrementAndGet();
        Synchronization release = new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                try {
                    beforeDelete.run(done);
                } catch (IOException e) {
                    LOG.warn("Can't release the temporary file {}", path, e);
                } finally {
                    if (users.decrementAndGet() == 0) {
                        delete();
                    }
                }
            }
        };
        // In a splitter or multicast the result outlives its sub-exchange: Camel says here which one counts.
        UnitOfWork outer = exchange.getProperty(ExchangePropertyKey.STREAM_CACHE_UNIT_OF_WORK, UnitOfWork.class);
        if (outer != null && outer.getRoute() != null) {
            outer.addSynchronization(release);
        } else {
            exchange.getExchangeExtension().addOnCompletion(release);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("Can't delete the temporary file {}", path, e);
        }
    }

    @FunctionalInterface
    interface BeforeDelete {
        void run(Exchange done) throws IOException;
    }
}
