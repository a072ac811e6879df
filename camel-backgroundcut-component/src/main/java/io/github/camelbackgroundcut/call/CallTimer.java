// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Holds messages until their next call is due. Those that it still holds when it closes fail. */
final class CallTimer {

    private final ScheduledExecutorService timer;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param timer one thread is enough, because it only starts tasks
     */
    CallTimer(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /**
     * @param due is run after the wait
     * @param refused gets the reason if the task is not run; exactly one of both runs
     */
    void schedule(Duration wait, Runnable due, Consumer<Throwable> refused) {
        Waiting message = new Waiting(due, refused);
        waiting.add(message);
        try {
            timer.schedule(message, wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            message.refuse(e);
        }
        if (closed) {
            message.refuse(stopped());
        }
    }

    /** Refuses all messages. */
    void close() {
        closed = true;
        waiting.forEach(message -> message.refuse(stopped()));
    }

    private static RejectedExecutionException stopped() {
        return new RejectedExecutionException("The BackgroundCut component was stopped while the message waited");
    }

    private final class Waiting implements Runnable {

        private final Runnable due;
        private final Consumer<Throwable> refused;

        Waiting(Runnable due, Consumer<Throwable> refused) {
            this.due = due;
            this.refused = refused;
        }

        @Override
        public void run() {
            if (waiting.remove(this)) {
                due.run();
            }
        }

        void refuse(Exception reason) {
            if (waiting.remove(this)) {
                refused.accept(reason);
            }
        }
    }
}
