// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary file that is there for as long as somebody can reach this object, or what it hands out. */
final class TempFile {

    private final Path path;
    private final TempFiles.Deletion deletion;

    TempFile(Path path, TempFiles.Deletion deletion) {
        this.path = path;
        this.deletion = deletion;
    }

    /**
     * Fills it. A file that can't be written whole is deleted.
     *
     * @return its length
     */
    long write(Content content) throws IOException {
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(path)) {
            content.writeTo(out);
            whole = true;
        } finally {
            if (!whole) {
                deletion.run();
            }
        }
        long length = Files.size(path);
        deletion.grownTo(length);
        return length;
    }

    /** Its bytes, with a position of their own. */
    InputStream open() throws IOException {
        return new HoldingStream(this);
    }

    /** The file itself, for callers that cannot use a stream. */
    File file() {
        return new HoldingFile(this);
    }

    /** What is written into it. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static final class HoldingStream extends FilterInputStream {

        /** Never read: it keeps the file reachable for as long as the stream is. */
        private final TempFile holder;

        HoldingStream(TempFile holder) throws IOException {
            super(new BufferedInputStream(Files.newInputStream(holder.path)));
            this.holder = holder;
        }

        @Override
        public long transferTo(OutputStream out) throws IOException {
            return in.transferTo(out);
        }
    }

    private static final class HoldingFile extends File {

        private static final long serialVersionUID = 1L;

        /** Read by nobody, as {@link HoldingStream#holder}. */
        private final transient TempFile holder;

        HoldingFile(TempFile holder) {
            super(holder.path.toString());
            this.holder = holder;
        }
    }
}
