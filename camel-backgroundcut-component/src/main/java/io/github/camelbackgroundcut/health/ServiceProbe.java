// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.camel.spi.ExecutorServiceManager;

/**
 * Checks the health of a service, for all endpoints that share its address and credential. It makes at most one call at a time,
 * and keeps the result for ten seconds.
 */
public final class ServiceProbe {

    private static final Duration KEEP = Duration.ofSeconds(10);

    private final ExecutorServiceManager threads;
    private final Lock lock = new ReentrantLock();
    private CompletableFuture<ServiceHealth> latest;
    private long askedAt;

    public ServiceProbe(ExecutorServiceManager threads) {
        this.threads = threads;
    }

    /**
     * The health of the service.
     *
     * @param question makes the call, on a thread of its own: a busy pool is not unhealthy
     * @param limit the longest wait
     */
    public ServiceHealth ask(Supplier<ServiceHealth> question, Duration limit) {
        try {
            return answer(question).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return ServiceHealth.down("No answer within " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ServiceHealth.down("Interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            return ServiceHealth.down(
                    "The check failed: " + e.getCause().getClass().getSimpleName());
        }
    }

    private CompletableFuture<ServiceHealth> answer(Supplier<ServiceHealth> question) {
        lock.lock();
        try {
            boolean fresh = latest != null && (!latest.isDone() || System.nanoTime() - askedAt < KEEP.toNanos());
            if (!fresh) {
                CompletableFuture<ServiceHealth> next = new CompletableFuture<>();
                threads.newThread("BackgroundCutHealth", () -> complete(next, question))
                        .start();
                latest = next;
                askedAt = System.nanoTime();
            }
            return latest;
        } finally {
            lock.unlock();
        }
    }

    private static void complete(CompletableFuture<ServiceHealth> next, Supplier<ServiceHealth> question) {
        try {
            next.complete(question.get());
        } catch (Throwable e) {
            next.completeExceptionally(e);
        }
    }
}
