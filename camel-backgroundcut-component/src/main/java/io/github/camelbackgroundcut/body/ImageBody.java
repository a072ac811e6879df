// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/**
 * A picture as a message body: bytes that can be read any number of times, by several readers at once, for as long as somebody
 * holds this object. It isn't a stream but converts to one (and to {@code byte[]}, {@code File} and others), each from the first
 * byte and with a position of its own, so that no reader takes anything from another.
 *
 * <p>Copies of the message share it. Large ones are in a temporary file, which goes when no copy is left, and when the context
 * stops.
 */
public final class ImageBody implements StreamCache {

    private final ImageContent content;
    private final long length;

    public ImageBody(ImageContent content, long length) {
        this.content = content;
        this.length = length;
    }

    /** A body of these bytes, which must not change any more. */
    public static ImageBody of(byte[] bytes) {
        return new ImageBody(new ImageContent.InMemory(bytes), bytes.length);
    }

    /** A new stream from the first byte. */
    public InputStream open() throws IOException {
        return content.open();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            in.transferTo(out);
        }
    }

    /** Itself, because it is immutable. */
    @Override
    public StreamCache copy(Exchange exchange) {
        return this;
    }

    /** Does nothing: each reader begins at the first byte. */
    @Override
    public void reset() {}

    @Override
    public boolean inMemory() {
        return content instanceof ImageContent.InMemory;
    }

    /** Bytes. */
    @Override
    public long length() {
        return length;
    }

    @Override
    public long position() {
        return 0;
    }

    public ImageContent content() {
        return content;
    }

    @Override
    public String toString() {
        return "ImageBody[" + length + " bytes]";
    }
}
