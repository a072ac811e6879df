// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.camel.Exchange;

/** Makes bodies of streams, in bounded memory. */
public final class ImageCaches {

    /** Larger content goes into a file. */
    public static final int MEMORY_LIMIT = 4 * 1024 * 1024;

    private ImageCaches() {}

    /**
     * Reads a stream to its end: up to 4 MiB into memory, as long as the JVM's budget for bodies lasts, more into a temporary file.
     * Unlike Camel's own caches this bounds the memory whether spooling is enabled or not.
     *
     * @param in stays open
     * @param announced how long it is, if that is known
     */
    public static ImageBody read(InputStream in, OptionalLong announced, Exchange exchange) throws IOException {
        long expected = announced.orElse(MEMORY_LIMIT);
        Optional<MemoryBudget.Share> memory =
                expected > MEMORY_LIMIT ? Optional.empty() : MemoryBudget.SHARED.take(expected);
        if (memory.isEmpty()) {
            return toTempFile(new byte[0], in, exchange);
        }
        boolean kept = false;
        try {
            byte[] start = readUpTo((int) expected, announced.isPresent(), in);
            if (start.length > expected) {
                return toTempFile(start, in, exchange);
            }
            ImageBody body = ImageBody.of(start);
            memory.get().shrinkTo(start.length);
            memory.get().endWith(exchange, body);
            kept = true;
            return body;
        } finally {
            if (!kept) {
                memory.get().run();
            }
        }
    }

    /** As {@link #read(InputStream, OptionalLong, Exchange)}, of an unknown length. */
    public static ImageBody read(InputStream in, Exchange exchange) throws IOException {
        return read(in, OptionalLong.empty(), exchange);
    }

    /**
     * Copies a body into a temporary file, which is there for as long as the file's object is.
     *
     * @param extension of the file's name, with its dot
     */
    public static File toFile(ImageBody body, String extension, Exchange exchange) throws IOException {
        TempFile file = TempFiles.of(exchange.getContext()).create(extension);
        file.write(body::writeTo);
        return file.file();
    }

    /** One byte more than the limit if there is more. A known length needs no second copy. */
    private static byte[] readUpTo(int limit, boolean known, InputStream in) throws IOException {
        if (!known) {
            return in.readNBytes(limit + 1);
        }
        byte[] bytes = new byte[limit];
        int read = in.readNBytes(bytes, 0, limit);
        if (read < limit) {
            return Arrays.copyOf(bytes, read);
        }
        int more = in.read();
        if (more < 0) {
            return bytes;
        }
        byte[] longer = Arrays.copyOf(bytes, limit + 1);
        longer[limit] = (byte) more;
        return longer;
    }

    private static ImageBody toTempFile(byte[] start, InputStream in, Exchange exchange) throws IOException {
        TempFile file = TempFiles.of(exchange.getContext()).create(".tmp");
        long length = file.write(out -> {
            out.write(start);
            in.transferTo(out);
        });
        return new ImageBody(new ImageContent.Temporary(file, length), length);
    }
}
