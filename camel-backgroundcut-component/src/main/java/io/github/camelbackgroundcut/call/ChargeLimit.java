// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import io.github.camelbackgroundcut.api.error.ChargeLimitExceededException;
import io.github.camelbackgroundcut.api.error.FailedCall;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** How many pictures may be paid for in any hour: a belt against a route that loops. */
public final class ChargeLimit {

    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final int picturesPerHour;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    /** When those of the last hour were paid for. */
    private final Deque<Long> charged = new ArrayDeque<>();
    /** How many pictures are on their way to be paid for. */
    private int reserved;

    /**
     * @param picturesPerHour 0 for no limit
     * @param nanoTime as {@link System#nanoTime()}
     */
    public ChargeLimit(int picturesPerHour, LongSupplier nanoTime) {
        this.picturesPerHour = picturesPerHour;
        this.nanoTime = nanoTime;
    }

    /**
     * A place for one picture, before anything is sent for it.
     *
     * @throws ChargeLimitExceededException if there is none
     */
    public Place reserve() {
        lock.lock();
        try {
            long now = nanoTime.getAsLong();
            while (!charged.isEmpty() && now - charged.peek() >= HOUR) {
                charged.remove();
            }
            if (picturesPerHour > 0 && charged.size() + reserved >= picturesPerHour) {
                long wait = charged.isEmpty() ? HOUR : HOUR - (now - charged.peek());
                throw new ChargeLimitExceededException(picturesPerHour, Duration.ofNanos(wait));
            }
            reserved++;
            return new Place();
        } finally {
            lock.unlock();
        }
    }

    /** A place for one picture; closed without a charge, it is free for another. */
    public final class Place implements AutoCloseable {

        private boolean ended;

        /** Makes the call that is paid. A failure after which it may have been done takes the place, too. */
        public <T> T pay(Callable<T> call) throws Exception {
            try {
                T answer = call.call();
                end(true);
                return answer;
            } catch (Exception e) {
                if (FailedCall.mayHaveBeenCharged(e)) {
                    end(true);
                }
                throw e;
            }
        }

        public boolean isEnded() {
            return ended;
        }

        @Override
        public void close() {
            end(false);
        }

        private void end(boolean paid) {
            if (ended) {
                return;
            }
            ended = true;
            lock.lock();
            try {
                reserved--;
                if (paid && picturesPerHour > 0) {
                    charged.add(nanoTime.getAsLong());
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
