// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Random;

/** The content of a download of any length, from one block of memory. It begins as a PNG does. */
final class StoredFile {

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BLOCK_BYTES = 256 * 1024;

    private final long length;
    private final ByteBuf first;
    private final ByteBuf other;

    StoredFile(long length) {
        this.length = length;
        byte[] noise = new byte[BLOCK_BYTES];
        new Random(1).nextBytes(noise);
        other = Unpooled.unreleasableBuffer(Unpooled.directBuffer(BLOCK_BYTES).writeBytes(noise));
        System.arraycopy(PNG_SIGNATURE, 0, noise, 0, PNG_SIGNATURE.length);
        first = Unpooled.unreleasableBuffer(Unpooled.directBuffer(BLOCK_BYTES).writeBytes(noise));
    }

    /** Unless the path names another. */
    long length() {
        return length;
    }

    /** The next bytes of a file, to be written by the caller. */
    ByteBuf block(long position, long fileLength) {
        int count = (int) Math.min(BLOCK_BYTES, fileLength - position);
        return (position == 0 ? first : other).duplicate().slice(0, count);
    }
}
