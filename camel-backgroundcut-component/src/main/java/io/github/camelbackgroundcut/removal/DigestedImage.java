// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import io.github.camelbackgroundcut.body.ImageSource;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.OptionalLong;

/** An image whose digest is computed while it is read for another purpose: reading it twice costs as much as the digest. */
final class DigestedImage implements ImageSource {

    private final ImageSource image;
    private volatile WorkKey key;

    DigestedImage(ImageSource image) {
        this.image = image;
    }

    /** Of what was read last from the start to the end; read now if nobody has. */
    WorkKey key() throws IOException {
        if (key == null) {
            key = WorkKey.of(image);
        }
        return key;
    }

    @Override
    public String fileName() {
        return image.fileName();
    }

    @Override
    public String mediaType() {
        return image.mediaType();
    }

    @Override
    public OptionalLong length() {
        return image.length();
    }

    @Override
    public InputStream open() throws IOException {
        return new DigestingStream(image.open());
    }

    private final class DigestingStream extends DigestInputStream {

        private boolean ended;

        DigestingStream(InputStream in) {
            super(in, WorkKey.sha256());
        }

        @Override
        public int read() throws IOException {
            return ended(super.read());
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            return ended(super.read(buffer, offset, count));
        }

        private int ended(int read) {
            if (read < 0 && !ended) {
                ended = true;
                key = WorkKey.of(getMessageDigest());
            }
            return read;
        }

        /** The upload skips nothing. If it did, the digest would be that of another picture. */
        @Override
        public long skip(long count) throws IOException {
            byte[] skipped = new byte[(int) Math.max(0, Math.min(count, 8192))];
            return Math.max(0, read(skipped, 0, skipped.length));
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
