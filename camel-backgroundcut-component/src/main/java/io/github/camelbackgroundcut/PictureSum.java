// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** Made from a picture's bytes as they pass by, to tell the picture from others. */
interface PictureSum {

    void update(byte[] buffer, int offset, int count);

    /** Of all that has passed. To be asked for once. */
    byte[] value();

    /** What a sum has to withstand. */
    enum Kind {
        /** SHA-256 of all bytes: nobody can make two pictures with one sum. It costs as much time as sending the picture. */
        CRYPTOGRAPHIC {
            @Override
            PictureSum start() {
                return new Digest();
            }
        },
        /**
         * The length, two checksums of all bytes, which processors have instructions for, and SHA-256 of the first 8 KiB.
         * Chance makes no two pictures with one sum; somebody who knows a picture and sets out to can.
         */
        CHECKSUMS {
            @Override
            PictureSum start() {
                return new Checksums();
            }
        };

        abstract PictureSum start();
    }

    /** See {@link Kind#CRYPTOGRAPHIC}. */
    final class Digest implements PictureSum {

        private final MessageDigest digest = WorkDigest.sha256();

        @Override
        public void update(byte[] buffer, int offset, int count) {
            digest.update(buffer, offset, count);
        }

        @Override
        public byte[] value() {
            return digest.digest();
        }
    }

    /** See {@link Kind#CHECKSUMS}. */
    final class Checksums implements PictureSum {

        private static final int HEAD_BYTES = 8 * 1024;

        private final MessageDigest head = WorkDigest.sha256();
        private final Checksum crc32 = new CRC32();
        private final Checksum crc32c = new CRC32C();
        private long length;

        @Override
        public void update(byte[] buffer, int offset, int count) {
            if (length < HEAD_BYTES) {
                head.update(buffer, offset, (int) Math.min(count, HEAD_BYTES - length));
            }
            crc32.update(buffer, offset, count);
            crc32c.update(buffer, offset, count);
            length += count;
        }

        @Override
        public byte[] value() {
            head.update(ByteBuffer.allocate(3 * Long.BYTES)
                    .putLong(length)
                    .putLong(crc32.getValue())
                    .putLong(crc32c.getValue())
                    .flip());
            return head.digest();
        }
    }
}
