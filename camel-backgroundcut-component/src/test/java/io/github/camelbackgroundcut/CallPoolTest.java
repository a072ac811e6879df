// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallPoolTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<Object> done = Collections.synchronizedList(new ArrayList<>());
    private final List<Throwable> turnedAway = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void letGo() {
        gate.countDown();
        threads.shutdownNow();
    }

    @Test
    void whoeverBringsACallGoesOn() {
        CallPool pool = new CallPool(threads, 2);

        fill(pool, 5_000);

        assertThat(done).isEmpty();
        gate.countDown();
        await().untilAsserted(() -> assertThat(done).hasSize(5_000));
        assertThat(turnedAway).isEmpty();
    }

    @Test
    void noMoreThreadsAreUsedThanAllowed() {
        CallPool pool = new CallPool(threads, 3);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        IntStream.range(0, 1_000)
                .forEach(i -> pool.execute(
                        () -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            Thread.onSpinWait();
                            now.decrementAndGet();
                            done.add(i);
                        },
                        turnedAway::add));

        await().untilAsserted(() -> assertThat(done).hasSize(1_000));
        assertThat(most).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void allThreadsThatAreAllowedAreUsed() {
        CallPool pool = new CallPool(threads, 3);
        CountDownLatch together = new CountDownLatch(3);

        IntStream.range(0, 3)
                .forEach(i -> pool.execute(
                        () -> {
                            together.countDown();
                            awaitUninterrupted(together);
                            done.add(i);
                        },
                        turnedAway::add));

        await().untilAsserted(() -> assertThat(done).hasSize(3));
    }

    @Test
    void aThreadIsUsedAgainBeforeAnotherIsMade() {
        CallPool pool = new CallPool(threads, 100);

        for (int i = 0; i < 20; i++) {
            int call = i;
            pool.execute(() -> done.add(call), turnedAway::add);
            await().until(() -> done.size() > call);
            await().until(() -> ((ThreadPoolExecutor) threads).getActiveCount() == 0);
        }

        assertThat(((ThreadPoolExecutor) threads).getLargestPoolSize()).isLessThan(5);
    }

    @Test
    void callsAreMadeInTheirOrder() {
        CallPool pool = new CallPool(threads, 1);
        fill(pool, 1);

        IntStream.range(0, 100).forEach(i -> pool.execute(() -> done.add(i), turnedAway::add));
        gate.countDown();

        await().untilAsserted(() -> assertThat(done).hasSize(101));
        assertThat(done.subList(1, 101))
                .isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void whoStandsInLineWhenItClosesIsTurnedAwayAndWhoRunsIsNot() {
        CallPool pool = new CallPool(threads, 1);
        CountDownLatch begun = new CountDownLatch(1);
        pool.execute(
                () -> {
                    begun.countDown();
                    awaitUninterrupted(gate);
                    done.add("first");
                },
                turnedAway::add);
        awaitUninterrupted(begun);
        pool.execute(() -> done.add("second"), turnedAway::add);

        pool.close();

        assertThat(turnedAway)
                .singleElement()
                .isInstanceOf(RejectedExecutionException.class)
                .asString()
                .contains("stopped while the message waited");
        gate.countDown();
        await().untilAsserted(() -> assertThat(done).containsExactly("first"));
    }

    @Test
    void whoComesAfterItClosedIsTurnedAway() {
        CallPool pool = new CallPool(threads, 1);
        pool.close();

        pool.execute(() -> done.add("call"), turnedAway::add);

        assertThat(turnedAway).singleElement().isInstanceOf(RejectedExecutionException.class);
        assertThat(done).isEmpty();
    }

    @Test
    void aFailureOfOneCallLeavesThoseInLineAlone() {
        CallPool pool = new CallPool(threads, 1);
        CountDownLatch told = new CountDownLatch(1);
        pool.execute(
                () -> {
                    Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> told.countDown());
                    throw new IllegalStateException("a bug behind the callback");
                },
                turnedAway::add);
        pool.execute(() -> done.add("next"), turnedAway::add);

        await().untilAsserted(() -> assertThat(done).containsExactly("next"));
        assertThat(told.getCount()).isZero();
    }

    @Test
    void whereTheSystemHasNoMoreThreadsThoseThatThereAreDoTheWork() {
        CallPool pool = new CallPool(fewThreads(2), 10);

        fill(pool, 10);
        gate.countDown();

        await().untilAsserted(() -> assertThat(done).hasSize(10));
        assertThat(turnedAway).isEmpty();
    }

    @Test
    void whereTheSystemHasNoThreadAtAllCallsAreTurnedAway() {
        CallPool pool = new CallPool(fewThreads(0), 10);

        fill(pool, 2);

        assertThat(turnedAway).hasSize(2).allMatch(OutOfMemoryError.class::isInstance);
    }

    @Test
    void noCallBeginsBeforeThereAreThreadsForAllThatStandInLine() {
        CountDownLatch allInLine = new CountDownLatch(1);
        AtomicInteger made = new AtomicInteger();
        CallPool pool = new CallPool(
                new Threads(task -> {
                    boolean first = made.getAndIncrement() == 0;
                    threads.execute(() -> {
                        if (first) {
                            awaitUninterrupted(allInLine);
                        }
                        task.run();
                    });
                }),
                50);

        IntStream.range(0, 50).forEach(i -> pool.execute(() -> done.add(made.get()), turnedAway::add));
        allInLine.countDown();

        await().untilAsserted(() -> assertThat(done).hasSize(50));
        assertThat(done).containsOnly(50);
    }

    @Test
    void callsThatKeepComingDontKeepTheEarlierOnesWaiting() {
        AtomicInteger made = new AtomicInteger();
        AtomicReference<CallPool> pool = new AtomicReference<>();
        Runnable call = () -> {
            done.add("call");
            awaitUninterrupted(gate);
        };
        pool.set(new CallPool(
                new Threads(task -> {
                    int thread = made.incrementAndGet();
                    if (thread <= 200) {
                        pool.get().execute(call, turnedAway::add);
                    }
                    if (thread == 100) {
                        await().until(() -> !done.isEmpty());
                    }
                    threads.execute(task);
                }),
                Integer.MAX_VALUE));

        pool.get().execute(call, turnedAway::add);

        await().untilAsserted(() -> assertThat(done).hasSize(201));
        assertThat(turnedAway).isEmpty();
    }

    private void fill(CallPool pool, int calls) {
        IntStream.range(0, calls)
                .forEach(i -> pool.execute(
                        () -> {
                            awaitUninterrupted(gate);
                            done.add("gated");
                        },
                        turnedAway::add));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("Waited in vain");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A system that runs out of threads. */
    private Threads fewThreads(int count) {
        AtomicInteger left = new AtomicInteger(count);
        return new Threads(task -> {
            if (left.getAndDecrement() <= 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            threads.execute(task);
        });
    }

    /** Lets a test see each thread that is made. */
    private final class Threads extends AbstractExecutorService {

        private final Consumer<Runnable> maker;

        Threads(Consumer<Runnable> maker) {
            this.maker = maker;
        }

        @Override
        public void execute(Runnable task) {
            maker.accept(task);
        }

        @Override
        public void shutdown() {
            threads.shutdown();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return threads.shutdownNow();
        }

        @Override
        public boolean isShutdown() {
            return threads.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return threads.isTerminated();
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            return threads.awaitTermination(timeout, unit);
        }
    }
}
