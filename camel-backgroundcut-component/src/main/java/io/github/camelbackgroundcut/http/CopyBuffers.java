// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/** Buffers that uploads are copied through, used one after another: a thread of its own is no place for them, if it is virtual. */
final class CopyBuffers {

    private static final int BYTES = 64 * 1024;
    /** More than that are left to the garbage collector. */
    private static final int IDLE_LIMIT = 32;

    private static final Queue<byte[]> IDLE = new ArrayBlockingQueue<>(IDLE_LIMIT);

    private CopyBuffers() {}

    static byte[] take() {
        byte[] buffer = IDLE.poll();
        return buffer == null ? new byte[BYTES] : buffer;
    }

    /** Whoever did must not touch it again. */
    static void giveBack(byte[] buffer) {
        IDLE.offer(buffer);
    }
}
