// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdaptivePaceTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final List<Double> news = new ArrayList<>();
    private final AdaptivePace pace = new AdaptivePace(true, (own, rate) -> news.add(rate), now::get);

    @Test
    void nothingWaitsBeforeTheFirst429() {
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> pace.take().remaining()))
                .containsOnly(Duration.ZERO);
        assertThat(pace.requestsPerMinute()).isEmpty();
    }

    @Test
    void allWaitAsLongAsTheServiceAsks() {
        AdaptivePace.Turn before = pace.take();

        pace.refused(pace.now(), Duration.ofSeconds(20));
        pace.refused(pace.now(), Duration.ofSeconds(10));

        assertThat(pace.isPaused()).isTrue();
        assertThat(before.remaining()).isEqualTo(Duration.ofSeconds(20));
        assertThat(pace.take().remaining()).isEqualTo(Duration.ofSeconds(20));
        pass(Duration.ofSeconds(20));
        assertThat(pace.isPaused()).isFalse();
        assertThat(before.remaining()).isZero();
    }

    @Test
    void afterThe429CallsAreSpreadEvenly() {
        pace.refused(pace.now(), Duration.ZERO);

        assertThat(pace.take().remaining()).isZero();
        AdaptivePace.Turn second = pace.take();
        AdaptivePace.Turn third = pace.take();
        assertThat(second.remaining()).isEqualTo(SECOND);
        assertThat(third.remaining()).isGreaterThanOrEqualTo(SECOND);
        pass(SECOND);
        assertThat(second.remaining()).isZero();
        assertThat(third.remaining()).isEqualTo(SECOND);
    }

    @Test
    void whatWasNotCalledInAPauseIsNotCalledAtOnceAfterIt() {
        pace.refused(pace.now(), Duration.ofMinutes(1));

        pass(Duration.ofMinutes(1));

        assertThat(pace.take().remaining()).isZero();
        assertThat(pace.take().remaining()).isGreaterThan(Duration.ofMillis(800));
    }

    @Test
    void aTurnThatIsForgottenHoldsNobodyUp() {
        pace.refused(pace.now(), Duration.ZERO);
        pace.take().remaining();
        pace.take();
        AdaptivePace.Turn next = pace.take();

        pass(SECOND);

        assertThat(next.remaining()).isZero();
    }

    @Test
    void aTurnThatIsGivenUpShortensTheWaitOfTheOthers() {
        pace.refused(pace.now(), Duration.ZERO);
        pace.take().remaining();
        List<AdaptivePace.Turn> turns =
                IntStream.range(0, 40).mapToObj(i -> pace.take()).toList();
        Duration long40 = turns.get(39).remaining();

        turns.subList(0, 39).forEach(AdaptivePace.Turn::giveUp);

        assertThat(long40).isGreaterThan(Duration.ofSeconds(9));
        assertThat(turns.get(39).remaining()).isEqualTo(SECOND);
    }

    @Test
    void aLimitIsToldWhenItIsKnownAndNotEachTime() {
        pace.refused(pace.now(), SECOND);
        assertThat(news).isEmpty();
        callFor(Duration.ofSeconds(20));
        pace.refused(pace.now(), SECOND);
        assertThat(news).hasSize(1);
        assertThat(pace.requestsPerMinute().orElseThrow()).isEqualTo(news.get(0));

        callFor(Duration.ofMinutes(1));
        pace.refused(pace.now(), SECOND);

        assertThat(news).hasSize(1);
    }

    @Test
    void whereNothingIsLearnedOnlyTheWaitIsKept() {
        AdaptivePace obedient = new AdaptivePace(false, (own, rate) -> news.add(rate), now::get);

        obedient.refused(obedient.now(), SECOND);

        assertThat(obedient.take().remaining()).isEqualTo(SECOND);
        pass(SECOND);
        assertThat(IntStream.range(0, 100).mapToObj(i -> obedient.take().remaining()))
                .containsOnly(Duration.ZERO);
    }

    @Test
    void threadsShareIt() throws Exception {
        pace.refused(pace.now(), Duration.ZERO);
        AtomicInteger called = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);

        IntStream.range(0, 200)
                .forEach(i -> threads.execute(() -> {
                    if (pace.take().remaining().isZero()) {
                        called.incrementAndGet();
                    }
                }));
        threads.shutdown();

        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(called).hasValue(1);
    }

    private void callFor(Duration time) {
        long end = now.get() + time.toNanos();
        while (now.get() - end < 0) {
            if (pace.take().remaining().isZero()) {
                pace.granted(pace.now());
            }
            pass(Duration.ofMillis(100));
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
