// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Draws by hashing what is drawn for, so that a draw depends on nothing that happened before: SHA-256 over the seed and
 * the parts, separated by line feeds; its first 53 bits are the fraction.
 */
record SeededRandom(long seed) {

    private static final int SURPLUS_BITS = Long.SIZE - 53;
    private static final double UNIT = 0x1p-53;

    /** From 0 to less than 1. */
    double fraction(String... parts) {
        byte[] text = (seed + "\n" + String.join("\n", parts)).getBytes(StandardCharsets.UTF_8);
        return (ByteBuffer.wrap(sha256().digest(text)).getLong() >>> SURPLUS_BITS) * UNIT;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
