// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * The threads of a component: where its calls are made, what bounds them, and where messages wait between them.
 *
 * <p>A thread of the pool also runs the steps of the route behind a call. If such a step makes a call, it is made on that
 * thread: all others may be in such steps, too, and would wait for each other.
 */
public final class CallThreads {

    private final ExecutorServiceManager manager;
    private final ExecutorService pool;
    private final ExecutorService others;
    private final ScheduledExecutorService timer;
    private final CallPermits permits;
    private final CallTimer callTimer;
    /** Set on threads that make calls, or run steps behind them. */
    private final ThreadLocal<Boolean> ours = new ThreadLocal<>();

    /**
     * @param source the owner of the threads
     * @param maxConcurrentCalls the most calls at a time
     */
    public CallThreads(ExecutorServiceManager manager, Object source, int maxConcurrentCalls) {
        this.manager = manager;
        pool = manager.newThreadPool(source, "BackgroundCut", profile("BackgroundCut", maxConcurrentCalls));
        others = manager.newCachedThreadPool(source, "BackgroundCutSteps");
        permits = new CallPermits(maxConcurrentCalls);
        timer = manager.newScheduledThreadPool(source, "BackgroundCutTimer", profile("BackgroundCutTimer", 1));
        callTimer = new CallTimer(timer);
    }

    private static ThreadPoolProfile profile(String name, int size) {
        ThreadPoolProfile profile = new ThreadPoolProfile(name);
        profile.setPoolSize(size);
        profile.setMaxPoolSize(size);
        profile.setAllowCoreThreadTimeOut(true);
        // Camel's limit of 1000 would run the messages beyond it on their consumer's thread.
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        // Its default would run or drop what comes after the end, without a word.
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
    }

    /** Whether the current thread makes a call: an object that it calls, such as a token provider, may make a call itself. */
    public boolean isCalling() {
        return permits.isHeldHere();
    }

    /** Bounds the calls of all endpoints. */
    CallPermits permits() {
        return permits;
    }

    /** Whether the current thread makes calls, or runs steps behind them. */
    public boolean isOurs() {
        return ours.get() != null;
    }

    /**
     * Makes a message's next call on a thread of the pool.
     *
     * @param refused gets the reason if the call can't be made
     */
    public void execute(Runnable call, Consumer<Throwable> refused) {
        execute(pool, call, refused);
    }

    /**
     * Makes a message's next call after a wait, during which it has no thread.
     *
     * @param nested whether a thread of the pool may be waiting for the message
     * @param refused gets the reason if the call can't be made
     */
    public void executeAfter(Duration wait, boolean nested, Runnable call, Consumer<Throwable> refused) {
        callTimer.schedule(wait, () -> execute(nested ? others : pool, call, refused), refused);
    }

    /** Runs what must not be done on a caller's own thread, and takes no time. */
    public Executor others() {
        return others;
    }

    /** How many messages wait for a thread, or on one for a permit. */
    public int queued() {
        return permits.queued()
                + (pool instanceof ThreadPoolExecutor platform
                        ? platform.getQueue().size()
                        : 0);
    }

    /** Rejects all calls that have not begun, and all later ones. */
    public void close() {
        callTimer.close();
        permits.close();
        manager.shutdownNow(timer);
    }

    /** Waits for what runs. */
    public void awaitEnd() {
        manager.shutdownGraceful(pool);
        manager.shutdownGraceful(others);
    }

    private void execute(Executor executor, Runnable call, Consumer<Throwable> refused) {
        try {
            executor.execute(() -> {
                ours.set(true);
                try {
                    call.run();
                } finally {
                    ours.remove();
                }
            });
        } catch (RejectedExecutionException e) {
            refused.accept(CallPermits.stopped());
        } catch (OutOfMemoryError e) {
            // The system has no thread left.
            refused.accept(e);
        }
    }
}
