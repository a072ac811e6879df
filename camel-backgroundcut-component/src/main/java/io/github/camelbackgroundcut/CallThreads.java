// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadType;

/** The threads of a component: where its calls are made, what bounds them, and where messages wait between them. */
final class CallThreads {

    private final ExecutorServiceManager manager;
    private final ExecutorService threads;
    private final ScheduledExecutorService timer;
    private final CallPermits permits;
    private final CallPool pool;
    private final WaitingRoom waitingRoom;

    /**
     * @param source whom the threads belong to
     * @param maxConcurrentCalls the most calls at a time
     */
    CallThreads(ExecutorServiceManager manager, Object source, int maxConcurrentCalls) {
        this.manager = manager;
        threads = manager.newCachedThreadPool(source, "BackgroundCut");
        permits = new CallPermits(maxConcurrentCalls);
        // Virtual threads are made for each task: who waits for a permit may do so on one.
        pool = new CallPool(
                threads, ThreadType.current() == ThreadType.VIRTUAL ? Integer.MAX_VALUE : maxConcurrentCalls);
        ThreadPoolProfile profile = new ThreadPoolProfile("BackgroundCutTimer");
        profile.setPoolSize(1);
        profile.setMaxPoolSize(1);
        // Camel's limit of 1000 would fail the messages beyond it.
        profile.setMaxQueueSize(-1);
        timer = manager.newScheduledThreadPool(source, "BackgroundCutTimer", profile);
        waitingRoom = new WaitingRoom(timer);
    }

    /** Bounds the calls of all endpoints. */
    CallPermits permits() {
        return permits;
    }

    /** Runs the calls of all endpoints that aren't synchronous. */
    CallPool pool() {
        return pool;
    }

    /** Runs what must not be done on a caller's own thread, and takes no time. */
    Executor others() {
        return threads;
    }

    /** Where messages wait between calls. */
    WaitingRoom waitingRoom() {
        return waitingRoom;
    }

    /** Turns away all that hasn't begun, and whatever comes later. */
    void close() {
        waitingRoom.close();
        pool.close();
        permits.close();
        manager.shutdownNow(timer);
    }

    /** Waits for what runs. */
    void awaitEnd() {
        manager.shutdownGraceful(threads);
    }
}
