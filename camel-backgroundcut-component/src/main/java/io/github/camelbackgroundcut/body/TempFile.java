// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;

/** A temporary file that exists as long as this object, or an object that it returned, is reachable. */
final class TempFile {

    private final TempFiles.StoredFile stored;

    TempFile(TempFiles.StoredFile stored) {
        this.stored = stored;
    }

    /**
     * Fills it. A file that can't be written whole is deleted.
     *
     * @return its length
     */
    long write(Content content) throws IOException {
        boolean whole = false;
        try (OutputStream out = new CountedStream(Files.newOutputStream(stored.path()), stored)) {
            content.writeTo(out);
            whole = true;
        } finally {
            if (!whole) {
                stored.delete();
            }
        }
        return Files.size(stored.path());
    }

    /** Its bytes, with a position of their own. */
    InputStream open() throws IOException {
        return new HoldingStream(this);
    }

    /** The file itself, for callers that cannot use a stream. */
    File file() {
        return new HoldingFile(this);
    }

    /** Writes into it. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Room on the disk is counted as it is taken. */
    private static final class CountedStream extends FilterOutputStream {

        private final TempFiles.StoredFile stored;
        private long length;

        CountedStream(OutputStream out, TempFiles.StoredFile stored) {
            super(out);
            this.stored = stored;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            stored.grownTo(++length);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            out.write(bytes, offset, count);
            length += count;
            stored.grownTo(length);
        }
    }

    private static final class HoldingStream extends FilterInputStream {

        /** Never read: it keeps the file reachable for as long as the stream is. */
        private final TempFile holder;

        HoldingStream(TempFile holder) throws IOException {
            super(new BufferedInputStream(Files.newInputStream(holder.stored.path())));
            this.holder = holder;
        }

        @Override
        public long transferTo(OutputStream out) throws IOException {
            return in.transferTo(out);
        }
    }

    private static final class HoldingFile extends File {

        private static final long serialVersionUID = 1L;

        /** Never read, as {@link HoldingStream#holder}. */
        private final transient TempFile holder;

        HoldingFile(TempFile holder) {
            super(holder.stored.path().toString());
            this.holder = holder;
        }
    }
}
