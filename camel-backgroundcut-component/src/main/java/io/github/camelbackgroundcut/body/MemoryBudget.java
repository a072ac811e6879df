// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import java.lang.ref.Cleaner;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** How many bytes of bodies may be in memory at a time, over all contexts of the JVM, since they share its heap. */
final class MemoryBudget {

    private static final long MAX_BYTES = 64L * 1024 * 1024;
    /** Of a small heap. */
    private static final int HEAP_SHARE = 8;

    static final MemoryBudget SHARED =
            new MemoryBudget(Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE));

    private static final Cleaner CLEANER = Cleaner.create();

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** A share of it; empty if there isn't as much left. */
    Optional<Share> take(long bytes) {
        if (used.addAndGet(bytes) > limit) {
            used.addAndGet(-bytes);
            return Optional.empty();
        }
        return Optional.of(new Share(bytes));
    }

    long used() {
        return used.get();
    }

    /** Ends once, however often it is called. */
    final class Share implements Runnable {

        private final AtomicLong bytes;

        private Share(long bytes) {
            this.bytes = new AtomicLong(bytes);
        }

        /** Returns the bytes that were reserved and not used. */
        void shrinkTo(long length) {
            used.addAndGet(length - bytes.getAndSet(length));
        }

        /**
         * Ends the reservation when the exchange is done, or when the body is no longer reachable. A body that outlives its exchange does
         * not count: it would be garbage long before it is collected, and other bodies need its place.
         */
        void endWith(Exchange exchange, Object body) {
            CLEANER.register(body, this);
            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange done) {
                    run();
                }
            });
        }

        @Override
        public void run() {
            shrinkTo(0);
        }
    }
}
