// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for the engine, one a core: its work takes seconds and hundreds of megabytes, so more at once would only be
 * slower. Further jobs wait in line.
 */
public final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final long CLOSE_SECONDS = 30;

    private final Vertx vertx;
    private final ExecutorService executor;

    public Workers(Vertx vertx) {
        this.vertx = vertx;
        AtomicInteger number = new AtomicInteger();
        this.executor = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), job -> {
            Thread thread = new Thread(job, "backgroundcut-engine-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs a job on one of the threads; the future completes on the caller's Vert.x context. */
    <T> Future<T> run(Callable<T> job) {
        Context context = vertx.getOrCreateContext();
        Promise<T> promise = Promise.promise();
        try {
            executor.execute(() -> {
                Future<T> result = call(job);
                context.runOnContext(ignored -> result.onComplete(promise));
            });
        } catch (RejectedExecutionException e) {
            promise.fail(e);
        }
        return promise.future();
    }

    /** Waits for the running jobs and drops the waiting ones: native code cannot be interrupted. */
    @Override
    public void close() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The engine is still at work after {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Whatever a job throws, an OutOfMemoryError or a native one included, is the answer to its caller.
    private static <T> Future<T> call(Callable<T> job) {
        try {
            return Future.succeededFuture(job.call());
        } catch (Exception | Error e) {
            return Future.failedFuture(e);
        }
    }
}
