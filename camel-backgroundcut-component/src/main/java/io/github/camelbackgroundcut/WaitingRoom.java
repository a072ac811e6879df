// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Where messages wait for their next call: a timer, no thread. Who is still in it when it closes is told so. */
final class WaitingRoom {

    private final ScheduledExecutorService timer;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param timer one thread is enough: it only hands over
     */
    WaitingRoom(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /**
     * @param pool runs what comes after the wait
     * @param next what comes after the wait
     * @param turnedAway what is done instead, if it never comes to that; exactly one of both is run
     */
    void enter(Duration wait, CallPool pool, Runnable next, Consumer<Throwable> turnedAway) {
        Waiting guest = new Waiting(pool, next, turnedAway);
        waiting.add(guest);
        try {
            timer.schedule(guest, wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            guest.turnAway(e);
        }
        if (closed) {
            guest.turnAway(Stopped.whileWaiting());
        }
    }

    /** Turns all away. */
    void close() {
        closed = true;
        waiting.forEach(guest -> guest.turnAway(Stopped.whileWaiting()));
    }

    private final class Waiting implements Runnable {

        private final CallPool pool;
        private final Runnable next;
        private final Consumer<Throwable> turnedAway;

        Waiting(CallPool pool, Runnable next, Consumer<Throwable> turnedAway) {
            this.pool = pool;
            this.next = next;
            this.turnedAway = turnedAway;
        }

        @Override
        public void run() {
            if (waiting.remove(this)) {
                pool.execute(next, turnedAway);
            }
        }

        void turnAway(Exception reason) {
            if (waiting.remove(this)) {
                turnedAway.accept(reason);
            }
        }
    }
}
