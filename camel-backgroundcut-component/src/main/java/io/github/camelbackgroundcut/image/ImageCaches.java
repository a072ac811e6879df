// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.converter.stream.InputStreamCache;

/** Makes streams readable again in bounded memory. */
public final class ImageCaches {

    /** What is no larger stays in memory, as with Camel's own spooling. */
    static final int MEMORY_LIMIT = (int) StreamCache.DEFAULT_SPOOL_THRESHOLD;

    private ImageCaches() {}

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
