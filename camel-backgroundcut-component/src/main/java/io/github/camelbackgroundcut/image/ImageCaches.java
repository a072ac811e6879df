// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.image;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.converter.stream.InputStreamCache;

/** Makes streams readable again in bounded memory. */
public final class ImageCaches {

    /** What is no larger stays in memory, as with Camel's own spooling. */
    static final int MEMORY_LIMIT = (int) StreamCache.DEFAULT_SPOOL_THRESHOLD;

    private ImageCaches() {}

    /**
     * Copies what a cache holds into a temporary file, which is deleted when the exchange is done.
     *
     * @param extension of the file's name, with its dot
     */
    public static File toFile(StreamCache cache, String extension, Exchange exchange) throws IOException {
        TempFile file = TempFile.create(exchange.getContext().getStreamCachingStrategy(), extension);
        file.retainUntilDone(exchange, done -> {});
        cache.reset();
        try (OutputStream out = Files.newOutputStream(file.path())) {
            cache.writeTo(out);
        } finally {
            cache.reset();
        }
        return file.path().toFile();
    }

    /**
     * Reads a stream to its end: up to 128 KiB into memory, more into a temporary file that goes with the exchange. Unlike
     * Camel's own caches this bounds the memory whether spooling is enabled or not.
     *
     * @param in stays open
     */
    public static StreamCache read(InputStream in, Exchange exchange) throws IOException {
        byte[] start = in.readNBytes(MEMORY_LIMIT + 1);
        return start.length <= MEMORY_LIMIT
                ? new InputStreamCache(start)
                : TempFileStreamCache.read(new SequenceInputStream(new ByteArrayInputStream(start), in), exchange);
    }
}
