// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The bytes of one result: like no other's, and no 64 KiB of them like the next, so that one can be told from the other without
 * holding both. For one thread.
 */
final class SeededBytes {

    private static final int BLOCK_BYTES = 64 * 1024;
    /** Behind the signature. */
    private static final int NUMBER_AT = 8;

    private static final Map<String, byte[]> SIGNATURES = Map.of(
            "png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
            "jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0});

    private final byte[] block = new byte[BLOCK_BYTES];
    /** How a block begins that has no signature. */
    private final byte[] random;

    private final String extension;
    private final int length;

    SeededBytes(Part part, int length) {
        this.extension = part.extension();
        this.length = length;
        new SplittableRandom(part.extension().hashCode() * (long) Integer.MAX_VALUE + part.seed()).nextBytes(block);
        random = Arrays.copyOf(block, NUMBER_AT);
    }

    int length() {
        return length;
    }

    void writeTo(OutputStream out) throws IOException {
        for (int number = 0; number * BLOCK_BYTES < length; number++) {
            out.write(block(number), 0, lengthOf(number));
        }
    }

    /** Whether these are all of them, and no more. */
    boolean equal(byte[] bytes) {
        if (bytes.length != length) {
            return false;
        }
        for (int number = 0; number * BLOCK_BYTES < length; number++) {
            int from = number * BLOCK_BYTES;
            int blockLength = lengthOf(number);
            if (!Arrays.equals(bytes, from, from + blockLength, block(number), 0, blockLength)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the stream has all of them, and no more. */
    boolean equal(InputStream in) throws IOException {
        byte[] read = new byte[BLOCK_BYTES];
        for (int number = 0; number * BLOCK_BYTES < length; number++) {
            int blockLength = lengthOf(number);
            if (in.readNBytes(read, 0, blockLength) < blockLength
                    || !Arrays.equals(read, 0, blockLength, block(number), 0, blockLength)) {
                return false;
            }
        }
        return in.read() < 0;
    }

    private int lengthOf(int number) {
        return Math.min(BLOCK_BYTES, length - number * BLOCK_BYTES);
    }

    /** The same random bytes, with its number in them; until the next one is asked for. */
    private byte[] block(int number) {
        block[NUMBER_AT] = (byte) number;
        block[NUMBER_AT + 1] = (byte) (number >> 8);
        byte[] start = number == 0 ? SIGNATURES.get(extension) : random;
        System.arraycopy(start, 0, block, 0, start.length);
        return block;
    }
}
