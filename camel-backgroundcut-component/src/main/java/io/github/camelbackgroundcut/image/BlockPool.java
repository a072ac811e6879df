// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.image;

import java.lang.ref.SoftReference;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Blocks of memory that pictures lie in for a moment. They are used again and again, so that a picture makes no garbage, and no
 * more than a bounded number is out at a time. Those that nobody uses are the garbage collector's when memory is scarce.
 */
final class BlockPool {

    static final int BLOCK_BYTES = 64 * 1024;

    /** Of all that live at a time; a small heap gives an eighth. */
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    private static final int HEAP_SHARE = 8;

    /** One for all contexts of the JVM, since they share its heap. */
    static final BlockPool SHARED =
            new BlockPool((int) (Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE) / BLOCK_BYTES));

    private final int limit;
    private final AtomicInteger out = new AtomicInteger();
    /** Last in, first out: what was used just now is still in the processor's cache. */
    private final Deque<SoftReference<byte[]>> idle = new ConcurrentLinkedDeque<>();

    /**
     * @param limit how many blocks are out at most
     */
    BlockPool(int limit) {
        this.limit = limit;
    }

    /** A block with anything in it; empty if all are out. */
    Optional<byte[]> take() {
        if (out.incrementAndGet() > limit) {
            out.decrementAndGet();
            return Optional.empty();
        }
        for (SoftReference<byte[]> next = idle.poll(); next != null; next = idle.poll()) {
            byte[] block = next.get();
            if (block != null) {
                return Optional.of(block);
            }
        }
        return Optional.of(new byte[BLOCK_BYTES]);
    }

    /** Gives a block back: whoever did must not touch it again. */
    void giveBack(byte[] block) {
        idle.push(new SoftReference<>(block));
        out.decrementAndGet();
    }

    /** A block stays with whom it was given to: another may be made instead. */
    void forget() {
        out.decrementAndGet();
    }

    int blocksOut() {
        return out.get();
    }
}
