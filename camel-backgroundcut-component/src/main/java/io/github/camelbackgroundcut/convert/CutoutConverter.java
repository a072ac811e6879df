// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.convert;

import io.github.camelbackgroundcut.Cutout;
import io.github.camelbackgroundcut.body.ImageBody;
import io.github.camelbackgroundcut.body.ImageCaches;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExchangeHelper;

/** Converts results to streams, bytes and files. Each conversion starts at the first byte. */
@Converter(generateLoader = true)
public final class CutoutConverter {

    private static final int PIECE_BYTES = 64 * 1024;

    private CutoutConverter() {}

    @Converter
    public static InputStream toInputStream(ImageBody body) throws IOException {
        return body.open();
    }

    @Converter
    public static byte[] toByteArray(ImageBody body) throws IOException {
        // A large one is but once in memory, and is read in pieces, since the JDK keeps a buffer of the size of what it
        // reads.
        byte[] bytes = new byte[Math.toIntExact(body.length())];
        try (InputStream in = body.open()) {
            for (int at = 0; at < bytes.length; ) {
                int read = in.read(bytes, at, Math.min(PIECE_BYTES, bytes.length - at));
                if (read < 0) {
                    throw new EOFException(body + " ended after " + at);
                }
                at += read;
            }
        }
        return bytes;
    }

    @Converter
    public static ByteBuffer toByteBuffer(ImageBody body) throws IOException {
        return ByteBuffer.wrap(toByteArray(body));
    }

    /** Its bytes as text, in the exchange's charset. */
    @Converter
    public static String toString(ImageBody body, Exchange exchange) throws IOException {
        return new String(toByteArray(body), ExchangeHelper.getCharsetName(exchange));
    }

    /** A temporary file that is there for as long as the {@code File} object is. */
    @Converter
    public static File toFile(ImageBody body, Exchange exchange) throws IOException {
        return toFile(body, ".tmp", exchange);
    }

    @Converter
    public static InputStream toInputStream(Cutout cutout) throws IOException {
        return cutout.content().open();
    }

    @Converter
    public static byte[] toByteArray(Cutout cutout) throws IOException {
        return toByteArray(cutout.content());
    }

    @Converter
    public static ByteBuffer toByteBuffer(Cutout cutout) throws IOException {
        return toByteBuffer(cutout.content());
    }

    /** A temporary file with the format's extension, which is there for as long as the {@code File} object is. */
    @Converter
    public static File toFile(Cutout cutout, Exchange exchange) throws IOException {
        return toFile(cutout.content(), '.' + cutout.format().extension(), exchange);
    }

    /**
     * For repositories and queues that store bodies: the bytes. Otherwise Camel may take a temporary file, and only its path
     * would be stored.
     */
    @Converter
    public static Serializable toSerializable(ImageBody body) throws IOException {
        return toByteArray(body);
    }

    /** Its bytes, without its name. */
    @Converter
    public static Serializable toSerializable(Cutout cutout) throws IOException {
        return toByteArray(cutout);
    }

    private static File toFile(ImageBody body, String extension, Exchange exchange) throws IOException {
        if (exchange == null) {
            throw new IllegalArgumentException(
                    "The conversion of a picture to a File needs an exchange, whose context deletes the file: convert it to bytes instead");
        }
        return ImageCaches.toFile(body, extension, exchange);
    }
}
