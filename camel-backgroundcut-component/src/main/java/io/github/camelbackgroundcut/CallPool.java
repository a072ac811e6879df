// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The threads that make the calls: no more than so many, made when they are needed. What finds none free waits in line, and
 * whoever brings it goes on at once. The line has no end, since a full one could only block or refuse; how many messages are on
 * their way is the route's to limit.
 */
final class CallPool {

    private final ExecutorService threads;
    private final int size;
    private final Lock lock = new ReentrantLock();
    private final Queue<Task> line = new ArrayDeque<>();
    private int busy;
    private boolean closed;

    /**
     * @param threads makes and reuses threads as it likes, and keeps no line of its own
     * @param size the most threads that are used at a time
     */
    CallPool(ExecutorService threads, int size) {
        this.threads = threads;
        this.size = size;
    }

    /**
     * Never blocks, and never throws.
     *
     * @param call run on a thread of the pool; throws nothing
     * @param turnedAway what is done instead, on any thread, if it never comes to that; exactly one of both is run
     */
    void execute(Runnable call, Consumer<Throwable> turnedAway) {
        Task task = new Task(call, turnedAway);
        switch (place(task)) {
            case AT_WORK -> start(task);
            case CLOSED -> turnedAway.accept(Stopped.before());
            case IN_LINE -> {}
        }
    }

    /** Turns away who stands in line, and whoever comes later. What runs is left to end. */
    void close() {
        List<Task> left;
        lock.lock();
        try {
            closed = true;
            left = List.copyOf(line);
            line.clear();
        } finally {
            lock.unlock();
        }
        left.forEach(task -> task.turnedAway().accept(Stopped.whileWaiting()));
    }

    private Place place(Task task) {
        lock.lock();
        try {
            if (closed) {
                return Place.CLOSED;
            }
            if (busy == size) {
                line.add(task);
                return Place.IN_LINE;
            }
            busy++;
            return Place.AT_WORK;
        } finally {
            lock.unlock();
        }
    }

    private void start(Task first) {
        for (Optional<Task> task = Optional.of(first); task.isPresent(); task = nextOrLeave()) {
            Task next = task.get();
            try {
                threads.execute(() -> work(next));
                return;
            } catch (RejectedExecutionException | OutOfMemoryError e) {
                // Shut down, or the system has no thread left.
                next.turnedAway().accept(e);
            }
        }
    }

    private void work(Task first) {
        Optional<Task> task = Optional.of(first);
        try {
            while (task.isPresent()) {
                task.get().call().run();
                task = nextOrLeave();
            }
        } catch (Throwable e) {
            // A step of the route behind the callback: its thread dies of it, those in line must not.
            nextOrLeave().ifPresent(this::start);
            throw e;
        }
    }

    private Optional<Task> nextOrLeave() {
        lock.lock();
        try {
            Optional<Task> next = Optional.ofNullable(line.poll());
            if (next.isEmpty()) {
                busy--;
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private enum Place {
        AT_WORK,
        IN_LINE,
        CLOSED
    }

    private record Task(Runnable call, Consumer<Throwable> turnedAway) {}
}
