// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.image;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/** A message body in a temporary file that is deleted when the last exchange that uses it is done. */
final class TempFileStreamCache extends InputStream implements StreamCache {

    /** Up to this a caller gets the body as bytes, more as an open stream. */
    private static final int CALLER_MEMORY_LIMIT = 8 * 1024 * 1024;

    private final TempFile file;
    private final long length;
    private byte[] kept;
    private InputStream stream;

    private TempFileStreamCache(TempFile file, long length) {
        this.file = file;
        this.length = length;
    }

    /**
     * Reads a stream to its end into a new file.
     *
     * @param start what was read of it already
     */
    static TempFileStreamCache read(MemoryBlocks start, InputStream in, Exchange exchange) throws IOException {
        TempFile file = TempFile.create(exchange.getContext().getStreamCachingStrategy());
        long length;
        try (OutputStream out = Files.newOutputStream(file.path())) {
            length = start.writeTo(out, 0);
            length += start.passOn(in, out);
        } catch (IOException | RuntimeException e) {
            file.delete();
            throw e;
        }
        TempFileStreamCache cache = new TempFileStreamCache(file, length);
        file.retainUntilDone(exchange, cache::leave);
        return cache;
    }

    @Override
    public int read() throws IOException {
        return stream().read();
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        return stream().read(buffer, offset, count);
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        return stream().transferTo(out);
    }

    @Override
    public int available() throws IOException {
        return stream().available();
    }

    /** The next read starts from the beginning. */
    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }

    @Override
    public void reset() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        stream().transferTo(out);
    }

    @Override
    public StreamCache copy(Exchange exchange) {
        TempFileStreamCache copy = new TempFileStreamCache(file, length);
        copy.kept = kept;
        file.retainUntilDone(exchange, copy::leave);
        return copy;
    }

    @Override
    public boolean inMemory() {
        return kept != null;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public long position() {
        return -1;
    }

    private InputStream stream() throws IOException {
        if (stream == null) {
            stream = kept != null
                    ? new ByteArrayInputStream(kept)
                    : new BufferedInputStream(Files.newInputStream(file.path()));
        }
        return stream;
    }

    /** The exchange is done: the file goes, but what its caller may still read stays readable. */
    private void leave(boolean keep, boolean shared) throws IOException {
        if (!shared) {
            close();
        }
        if (!keep) {
            return;
        }
        if (length <= CALLER_MEMORY_LIMIT) {
            kept = kept == null ? Files.readAllBytes(file.path()) : kept;
        } else {
            // Stays readable once although its name goes; closed by its reader, or with this object.
            stream();
        }
    }
}
