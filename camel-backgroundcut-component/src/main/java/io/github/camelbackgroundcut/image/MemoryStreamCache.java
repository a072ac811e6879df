// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/** A message body in blocks of memory that are used again when the last exchange that uses it is done. */
final class MemoryStreamCache extends InputStream implements StreamCache {

    private final MemoryBlocks blocks;
    private final Lifetime lifetime;
    private long position;

    private MemoryStreamCache(MemoryBlocks blocks, Lifetime lifetime) {
        this.blocks = blocks;
        this.lifetime = lifetime;
    }

    /**
     * A body for an exchange.
     *
     * @param blocks what it consists of; belongs to the body from now on
     */
    static MemoryStreamCache of(MemoryBlocks blocks, Exchange exchange) {
        MemoryStreamCache cache = new MemoryStreamCache(blocks, new Lifetime(kept -> {
            if (kept) {
                blocks.keep();
            } else {
                blocks.giveBack();
            }
        }));
        cache.lifetime.extendTo(exchange, Lifetime.NOTHING);
        return cache;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        int copied = 0;
        while (copied < count && position < blocks.length()) {
            int more = blocks.copy(position, buffer, offset + copied, count - copied);
            copied += more;
            position += more;
        }
        return copied == 0 ? -1 : copied;
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        long written = blocks.writeTo(out, position);
        position += written;
        return written;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, blocks.length() - position));
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, blocks.length() - position);
    }

    @Override
    public void reset() {
        position = 0;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        transferTo(out);
    }

    @Override
    public StreamCache copy(Exchange exchange) {
        lifetime.extendTo(exchange, Lifetime.NOTHING);
        return new MemoryStreamCache(blocks, lifetime);
    }

    @Override
    public boolean inMemory() {
        return true;
    }

    @Override
    public long length() {
        return blocks.length();
    }

    @Override
    public long position() {
        return position;
    }
}
