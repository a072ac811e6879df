// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A body's bytes in blocks of a pool, until they are given back. */
final class MemoryBlocks {

    private final BlockPool pool;
    private final Loan loan;
    private final Cleaner.Cleanable leftBehind;
    private final List<byte[]> blocks = new ArrayList<>();
    private long length;
    private volatile boolean givenBack;

    MemoryBlocks(BlockPool pool) {
        this.pool = pool;
        loan = new Loan(pool);
        leftBehind = Lifetime.LEFT_BEHIND.register(this, loan::forget);
    }

    /**
     * Reads a stream until it ends, there is enough, or the pool has no more.
     *
     * @param limit how many bytes at most; a block more is read to see whether the stream ends there
     * @return whether all of the stream is here, and within the limit
     */
    boolean fill(InputStream in, long limit) throws IOException {
        while (length <= limit) {
            Optional<byte[]> block = pool.take();
            if (block.isEmpty()) {
                return false;
            }
            loan.blocks.incrementAndGet();
            blocks.add(block.get());
            int read = in.readNBytes(block.get(), 0, BlockPool.BLOCK_BYTES);
            length += read;
            if (read < BlockPool.BLOCK_BYTES) {
                return length <= limit;
            }
        }
        return false;
    }

    /** Reads the rest of a stream past them, through the last of them. */
    long passOn(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = blocks.isEmpty() ? new byte[BlockPool.BLOCK_BYTES] : blocks.get(blocks.size() - 1);
        long passed = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            passed += read;
        }
        return passed;
    }

    long length() {
        return length;
    }

    /**
     * Copies what lies in one block.
     *
     * @return the number of bytes; 0 at the end
     * @throws IOException if they were given back: what was copied may be another's
     */
    int copy(long position, byte[] target, int offset, int count) throws IOException {
        int copied = (int) Math.min(count, inBlock(position));
        if (copied > 0) {
            System.arraycopy(block(position), start(position), target, offset, copied);
        }
        requireHeld();
        return copied;
    }

    /** Writes from a position to the end. */
    long writeTo(OutputStream out, long from) throws IOException {
        long position = from;
        while (position < length) {
            requireHeld();
            int count = (int) inBlock(position);
            out.write(block(position), start(position), count);
            position += count;
        }
        requireHeld();
        return position - from;
    }

    void giveBack() {
        givenBack = true;
        if (loan.end() > 0) {
            blocks.forEach(pool::giveBack);
        }
        leftBehind.clean();
    }

    /** They live on with whoever holds them. */
    void keep() {
        leftBehind.clean();
    }

    private void requireHeld() throws IOException {
        if (givenBack) {
            throw new IOException("The exchange that this body belonged to is done, and the body with it");
        }
    }

    private long inBlock(long position) {
        return Math.min(length - position, BlockPool.BLOCK_BYTES - start(position));
    }

    private byte[] block(long position) {
        return blocks.get((int) (position / BlockPool.BLOCK_BYTES));
    }

    private static int start(long position) {
        return (int) (position % BlockPool.BLOCK_BYTES);
    }

    /** How many blocks the pool is owed, apart from their holder, who may be gone. It ends once. */
    private static final class Loan {

        private final BlockPool pool;
        private final AtomicInteger blocks = new AtomicInteger();

        Loan(BlockPool pool) {
            this.pool = pool;
        }

        int end() {
            return blocks.getAndSet(0);
        }

        void forget() {
            for (int left = end(); left > 0; left--) {
                pool.forget();
            }
        }
    }
}
