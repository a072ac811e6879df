// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Bounds the calls at a time, in the order in which they come. The size of a pool doesn't: virtual threads know none, and
 * synchronous calls come on threads of their own.
 */
final class CallPermits {

    private static final int ALL = Integer.MAX_VALUE / 2;

    private final Semaphore permits;
    /** Set on threads that have a permit. */
    private final ThreadLocal<Boolean> held = new ThreadLocal<>();

    private volatile boolean closed;

    /**
     * @param calls the most calls at a time
     */
    CallPermits(int calls) {
        this.permits = new Semaphore(calls, true);
    }

    /**
     * Runs with a permit; blocks until there is one. A thread that has one needs no second: it would wait for itself.
     *
     * @throws RejectedExecutionException if this is closed
     */
    <T> T during(Supplier<T> call) throws InterruptedException {
        if (isHeldHere()) {
            return call.get();
        }
        permits.acquire();
        try {
            if (closed) {
                throw stopped();
            }
            held.set(true);
            return call.get();
        } finally {
            held.remove();
            permits.release();
        }
    }

    /** Whether the current thread has a permit: an object that it calls, such as a token provider, may make a call itself. */
    boolean isHeldHere() {
        return held.get() != null;
    }

    /** How many threads wait for a permit. */
    int queued() {
        return permits.getQueueLength();
    }

    static RejectedExecutionException stopped() {
        return new RejectedExecutionException("The BackgroundCut component is stopped");
    }

    /** Refuses all calls that wait, and all later ones. Running calls end normally. */
    void close() {
        closed = true;
        permits.release(ALL);
    }
}
