// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.image;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.SynchronizationAdapter;

/** How long something is there: until the last exchange that uses it is done. Once over, it stays over. */
final class Lifetime {

    /** Ends what no exchange did, since Camel dropped it: when nobody can reach it any more. */
    static final Cleaner LEFT_BEHIND = Cleaner.create();

    /** For an exchange that leaves without doing anything. */
    static final Leave NOTHING = (kept, shared) -> {};

    private static final int OVER = -1;

    private final AtomicInteger users = new AtomicInteger();
    private final End end;
    private volatile boolean kept;

    Lifetime(End end) {
        this.end = end;
    }

    /**
     * Until this exchange is done, too. If it hands its completions over to a copy, as {@code seda} does, until both are done:
     * both go on with the same body.
     *
     * @param leave runs when the exchange is done, before the end; twice
     */
    void extendTo(Exchange exchange, Leave leave) {
        if (users.getAndUpdate(count -> count == OVER ? OVER : count + 2) == OVER) {
            return;
        }
        Use use = new Use(leave);
        // In a splitter or multicast the result outlives its sub-exchange: Camel says here which one counts.
        UnitOfWork outer = exchange.getProperty(ExchangePropertyKey.STREAM_CACHE_UNIT_OF_WORK, UnitOfWork.class);
        if (outer != null && outer.getRoute() != null) {
            outer.addSynchronization(use.synchronization(true));
            outer.addSynchronization(use.synchronization(false));
        } else {
            exchange.getExchangeExtension().addOnCompletion(use.synchronization(true));
            exchange.getExchangeExtension().addOnCompletion(use.synchronization(false));
        }
    }

    private void release() {
        if (users.decrementAndGet() == 0 && users.compareAndSet(0, OVER)) {
            end.run(kept);
        }
    }

    /** What is done for an exchange that is done. */
    @FunctionalInterface
    interface Leave {

        /**
         * @param kept whether somebody may still read the exchange's body
         * @param shared whether another exchange reads it through the same object
         */
        void run(boolean kept, boolean shared);
    }

    /** What is done at the end. */
    @FunctionalInterface
    interface End {

        /**
         * @param kept whether somebody may still read a body
         */
        void run(boolean kept);
    }

    /** By an exchange, and by the copy that its completions may go to. */
    private final class Use {

        private final Leave leave;
        private volatile boolean shared;

        Use(Leave leave) {
            this.leave = leave;
        }

        /**
         * @param follows whether it goes to the copy
         */
        SynchronizationAdapter synchronization(boolean follows) {
            return new SynchronizationAdapter() {
                @Override
                public boolean allowHandover() {
                    return follows;
                }

                @Override
                public void beforeHandover(Exchange target) {
                    shared = true;
                }

                @Override
                public void onDone(Exchange done) {
                    boolean keep = Callers.keepTheBodyOf(done);
                    if (keep) {
                        kept = true;
                    }
                    try {
                        leave.run(keep, shared);
                    } finally {
                        release();
                    }
                }
            };
        }
    }
}
