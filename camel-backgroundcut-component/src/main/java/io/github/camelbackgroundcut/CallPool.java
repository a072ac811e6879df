// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The threads that make the calls: no more than so many, made when they are needed. What finds none free waits in line, and
 * whoever brings it goes on at once. The line has no end, since a full one could only block or refuse; how many messages are on
 * their way is the route's to limit.
 *
 * <p>The first thread that is made makes the others, and those wait with their work until all are there. A JVM makes one thread
 * after another, and each must get a processor before the next is made: beside thousands that work already that takes seconds,
 * and without them a quarter of one. Whoever brings the work must not be kept for it in either case.
 *
 * <p>A thread that itself brings work, from a step of the route behind a call, lends its place until it comes back: the step may
 * wait for that work, and all threads may be in such a step.
 */
final class CallPool {

    private final ExecutorService threads;
    private final int size;
    private final Lock lock = new ReentrantLock();
    private final Condition batchIsThere = lock.newCondition();
    private final Queue<Task> line = new ArrayDeque<>();
    private int busy;
    /** How many of the busy threads have yet to take their first call. */
    private int coming;
    /** How many of the busy threads have lent their places. */
    private long lent;
    /** Whether a thread that makes others is at it, or on its way. */
    private boolean starting;
    /** How many batches of threads have been made. */
    private long batches;

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
                // Else whoever makes threads will see that another is needed.
                start = !starting && missingThreads() > 0;
                if (start) {
                    starting = true;
                    busy++;
                    coming++;
                }
            }
        } finally {
            lock.unlock();
        }
        if (refused) {
            turnedAway.accept(Stopped.before());
        } else if (start) {
            startFirst();
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

    /** How many more threads there is work and room for. */
    private int missingThreads() {
        return (int) Math.max(0, Math.min(line.size() - coming, size + lent - busy));
    }

    private void startFirst() {
        try {
            threads.execute(() -> {
                startOthers();
                work();
            });
        } catch (RuntimeException | Error e) {
            // Shut down, or the system has no thread left: then those that there are take what stands in line.
            List<Task> left;
            lock.lock();
            try {
                starting = false;
                busy--;
                coming--;
                left = busy == 0 ? emptyLine() : List.of();
            } finally {
                lock.unlock();
            }
            left.forEach(task -> task.turnedAway().accept(e));
        }
    }

    private void startOthers() {
        for (int missing = nextBatch(0); missing > 0; ) {
            missing = nextBatch(missing - start(missing));
        }
    }

    /**
     * Lets the threads made so far begin.
     *
     * @param failed how many of them couldn't be made
     * @return how many more are needed; none if some failed
     */
    private int nextBatch(int failed) {
        lock.lock();
        try {
            batches++;
            batchIsThere.signalAll();
            int missing = failed > 0 ? 0 : missingThreads();
            busy += missing - failed;
            coming += missing - failed;
            starting = missing > 0;
            return missing;
        } finally {
            lock.unlock();
        }
    }

    /** How many were made: fewer, if the system has no more. Then those that there are take what stands in line. */
    private int start(int count) {
        // Only a thread that makes others ends a batch, and there is one at a time: this one.
        long batch = batches;
        for (int made = 0; made < count; made++) {
            try {
                threads.execute(() -> {
                    awaitEndOf(batch);
                    work();
                });
            } catch (RuntimeException | Error e) {
                return made;
            }
        }
        return count;
    }

    private void awaitEndOf(long batch) {
        lock.lock();
        try {
            while (batches == batch) {
                batchIsThere.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        lender.set(false);
        for (Optional<Task> task = firstOrLeave(); task.isPresent(); task = nextOrLeave()) {
            run(task.get());
        }
        lender.remove();
    }

    private Optional<Task> firstOrLeave() {
        lock.lock();
        try {
            coming--;
            return nextOrLeave();
        } finally {
            lock.unlock();
        }
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
