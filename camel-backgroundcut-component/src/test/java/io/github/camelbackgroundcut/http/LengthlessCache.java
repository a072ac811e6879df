// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/** A cache that doesn't know how much it holds. */
final class LengthlessCache extends ByteArrayInputStream implements StreamCache {

    LengthlessCache(byte[] bytes) {
        super(bytes);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        transferTo(out);
    }

    @Override
    public StreamCache copy(Exchange exchange) {
        return new LengthlessCache(buf);
    }

    @Override
    public boolean inMemory() {
        return true;
    }

    @Override
    public long length() {
        return 0;
    }

    @Override
    public long position() {
        return pos;
    }
}
