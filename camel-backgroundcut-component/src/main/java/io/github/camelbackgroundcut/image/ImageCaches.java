// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.image;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/** Makes streams readable again in bounded memory. */
public final class ImageCaches {

    /** What is smaller stays in memory, as long as there are blocks. */
    static final int MEMORY_LIMIT = 4 * 1024 * 1024;

    private ImageCaches() {}

    /**
     * Copies what a cache holds into a temporary file, which is deleted when the exchange is done.
     *
     * @param extension of the file's name, with its dot
     */
    public static File toFile(StreamCache cache, String extension, Exchange exchange) throws IOException {
        TempFile file = TempFile.create(exchange.getContext().getStreamCachingStrategy(), extension);
        file.retainUntilDone(exchange, (kept, shared) -> {});
        cache.reset();
        try (OutputStream out = Files.newOutputStream(file.path())) {
            cache.writeTo(out);
        } finally {
            cache.reset();
        }
        return file.path().toFile();
    }

    /**
     * Reads a stream to its end: up to 4 MiB into memory that is used again, more into a temporary file; both go with the
     * exchange. Unlike Camel's own caches this bounds the memory whether spooling is enabled or not.
     *
     * @param in stays open
     */
    public static StreamCache read(InputStream in, Exchange exchange) throws IOException {
        MemoryBlocks blocks = new MemoryBlocks(BlockPool.SHARED);
        boolean kept = false;
        try {
            if (blocks.fill(in, MEMORY_LIMIT)) {
                StreamCache cache = MemoryStreamCache.of(blocks, exchange);
                kept = true;
                return cache;
            }
            return TempFileStreamCache.read(blocks, in, exchange);
        } finally {
            if (!kept) {
                blocks.giveBack();
            }
        }
    }
}
