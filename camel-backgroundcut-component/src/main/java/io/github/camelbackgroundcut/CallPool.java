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
 *
 * <p>A thread that starts work starts the next two, as long as somebody stands in line: making thousands of threads takes
 * seconds, which the thread that brings the work must not be kept for, and each has to wait for a processor before it begins.
 *
 * <p>A thread that itself brings work, from a step of the route behind a call, lends its place until it comes back: the step may
 * wait for that work, and all threads may be in such a step.
 */
final class CallPool {

    /** How many threads may be on their way into the pool: enough that none is waited for, too few to crowd out those at work. */
    private static final int STARTING_AT_ONCE = 16;

    private final ExecutorService threads;
    private final int size;
    private final Lock lock = new ReentrantLock();
    private final Queue<Task> line = new ArrayDeque<>();
    private int busy;
    /** How many of the busy threads have lent their places. */
    private long lent;
    /** How many of the busy threads have not begun yet. */
    private int starting;

    private boolean closed;

    /** On threads at work: whether this one has lent its place. */
    private final ThreadLocal<Boolean> lender = new ThreadLocal<>();

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
     * @param call run on a thread of the pool
     * @param turnedAway what is done instead, on any thread, if it never comes to that; exactly one of both is run
     */
    void execute(Runnable call, Consumer<Throwable> turnedAway) {
        boolean start = false;
        boolean refused;
        lock.lock();
        try {
            refused = closed;
            if (!refused) {
                line.add(new Task(call, turnedAway));
                lendPlace();
                // Else whoever is on the way in starts the next.
                start = starting == 0 && shallStart();
            }
        } finally {
            lock.unlock();
        }
        if (refused) {
            turnedAway.accept(Stopped.before());
        } else if (start) {
            start();
        }
    }

    /** How many threads work. */
    int busy() {
        lock.lock();
        try {
            return busy;
        } finally {
            lock.unlock();
        }
    }

    /** How much waits for a thread. */
    int inLine() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }

    /** Turns away who stands in line, and whoever comes later. What runs is left to end. */
    void close() {
        List<Task> left;
        lock.lock();
        try {
            closed = true;
            left = emptyLine();
        } finally {
            lock.unlock();
        }
        left.forEach(task -> task.turnedAway().accept(Stopped.whileWaiting()));
    }

    private void lendPlace() {
        if (Boolean.FALSE.equals(lender.get())) {
            lender.set(true);
            lent++;
        }
    }

    private void takePlaceBack() {
        if (lender.get()) {
            lender.set(false);
            lent--;
        }
    }

    private boolean shallStart() {
        boolean start = starting < Math.min(STARTING_AT_ONCE, line.size()) && busy < size + lent;
        if (start) {
            starting++;
            busy++;
        }
        return start;
    }

    private void start() {
        try {
            threads.execute(this::work);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            // Shut down, or the system has no thread left: then those that there are take what stands in line.
            List<Task> left;
            lock.lock();
            try {
                starting--;
                busy--;
                left = busy == 0 ? emptyLine() : List.of();
            } finally {
                lock.unlock();
            }
            left.forEach(task -> task.turnedAway().accept(e));
        }
    }

    private void work() {
        Optional<Task> task;
        boolean startOne;
        boolean startAnother;
        lender.set(false);
        lock.lock();
        try {
            starting--;
            task = nextOrLeave();
            startOne = shallStart();
            startAnother = shallStart();
        } finally {
            lock.unlock();
        }
        if (startOne) {
            start();
        }
        if (startAnother) {
            start();
        }
        while (task.isPresent()) {
            run(task.get());
            task = nextOrLeave();
        }
        lender.remove();
    }

    private void run(Task task) {
        try {
            task.call().run();
        } catch (Throwable e) {
            // From a step of the route behind the callback: those in line have nothing to do with it.
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    private Optional<Task> nextOrLeave() {
        lock.lock();
        try {
            takePlaceBack();
            // Who took the lent place has it now.
            Optional<Task> next = busy > size + lent ? Optional.empty() : Optional.ofNullable(line.poll());
            if (next.isEmpty()) {
                busy--;
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private List<Task> emptyLine() {
        List<Task> left = List.copyOf(line);
        line.clear();
        return left;
    }

    private record Task(Runnable call, Consumer<Throwable> turnedAway) {}
}
