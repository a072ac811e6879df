// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import io.github.camelbackgroundcut.api.UploadFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;
import org.apache.hc.core5.http.ContentType;

/** A file as the body of a part: opened when it is sent, copied through one buffer. */
final class UploadContentBody extends AbstractContentBody {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final UploadFile file;

    UploadContentBody(UploadFile file) {
        super(ContentType.create(file.mediaType()));
        this.file = file;
    }

    @Override
    public String getFilename() {
        return file.fileName();
    }

    @Override
    public long getContentLength() {
        return file.length().orElse(-1);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream content = open()) {
            requireAnnounced(copy(content, buffer, out), true);
        }
    }

    private long copy(InputStream content, byte[] buffer, OutputStream out) throws IOException {
        long sent = 0;
        for (int read = read(content, buffer); read >= 0; read = read(content, buffer)) {
            sent += read;
            requireAnnounced(sent, false);
            out.write(buffer, 0, read);
        }
        return sent;
    }

    private InputStream open() {
        try {
            return file.content().open();
        } catch (IOException e) {
            throw new SourceException(e);
        }
    }

    private static int read(InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw new SourceException(e);
        }
    }

    /** The length is in the head of the request: a file that grows or shrinks during the upload would corrupt it. */
    private void requireAnnounced(long sent, boolean atEnd) {
        if (file.length().isEmpty()) {
            return;
        }
        long announced = file.length().getAsLong();
        if (sent > announced || atEnd && sent < announced) {
            throw new SourceException(new IOException("The file " + file.fileName() + " changed while it was sent (was "
                    + announced + " bytes): is it still being written?"));
        }
    }

    /** The file to send can't be read: not the network's fault. */
    static final class SourceException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final IOException reason;

        SourceException(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }
}
