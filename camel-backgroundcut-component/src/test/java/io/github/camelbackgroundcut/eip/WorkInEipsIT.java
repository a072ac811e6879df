// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import static io.github.camelbackgroundcut.eip.Eip.CUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.support.ServiceDialect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.UseLatestAggregationStrategy;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an {@code idempotentRepository} remembers of work inside the EIPs: all of it until the consumer commits, on whatever copy of
 * its exchange the call was made, and nothing then.
 */
class WorkInEipsIT {

    private static final String CONSUMER = "direct:consumer";
    private static final String FAILING = "direct:failing";

    /** They call on copies, and their routes go on when those are done. */
    private static final Set<String> COPYING = Set.of(
            "recipientList",
            "recipientList, parallel",
            "multicast",
            "multicast, parallel",
            "split",
            "enrich",
            "enrich, by a route",
            "circuitBreaker",
            "circuitBreaker, with a timeout",
            "seda, InOut");

    private static final AtomicInteger SEEDS = new AtomicInteger();
    private static final MemoryIdempotentRepository UNDER_WAY = new MemoryIdempotentRepository();
    /** What is to be done when a consumer commits the message with this seed. */
    private static final Map<Integer, Runnable> COMMITS = new ConcurrentHashMap<>();

    private static SeededService service;
    private static Process first;
    /** It shares the first one's repository and service, and so takes the place of one that was started after a kill. */
    private static Process second;

    private final int seed = SEEDS.incrementAndGet();

    /** A {@code ProducerTemplate} makes an exchange of its own, which no consumer knows. */
    static Stream<Eip> eips() {
        return ResultsInEipsIT.eips().filter(eip -> !eip.name().contains("ProducerTemplate"));
    }

    /** Without what is done when the consumer has committed. */
    static Stream<Eip> eipsBeforeTheCommit() {
        return eips().filter(eip -> !eip.name().startsWith("onCompletion"));
    }

    static Stream<Eip> eipsOfCopies() {
        return eips().filter(eip -> COPYING.contains(eip.name()));
    }

    @BeforeAll
    static void start() throws Exception {
        service = new SeededService(20_000, ServiceDialect.PATHS);
        first = new Process();
        second = new Process();
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
        service.close();
    }

    @BeforeEach
    void forgetAll() {
        UNDER_WAY.clear();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("eipsBeforeTheCommit")
    void whatWasPaidBeforeTheCommitIsNotPaidAgainByAnotherProcess(Eip eip) throws Exception {
        CompletableFuture<List<Integer>> paid = new CompletableFuture<>();
        COMMITS.put(seed, () -> {
            first.awaitRead(eip, seed);
            second.send(eip.uri(), eip, seed);
            second.awaitRead(eip, seed);
            paid.complete(timesPaid(eip));
        });

        first.send(CONSUMER, eip, seed);

        soon().until(() -> first.takeLate() && paid.isDone());
        assertThat(paid.get()).containsOnly(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("eips")
    void nothingIsLeftWhenTheConsumerHasCommitted(Eip eip) {
        first.send(CONSUMER, eip, seed);
        first.awaitRead(eip, seed);

        soon().untilAsserted(() -> {
            first.takeLate();
            assertThat(first.context.isIdle()).isTrue();
            assertThat(UNDER_WAY.getCache()).isEmpty();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("eipsOfCopies")
    void whatAFailedMessageHasPaidIsNotPaidAgain(Eip eip) throws Exception {
        assertThat(first.send(FAILING, eip, seed).get(60, TimeUnit.SECONDS).isFailed())
                .isTrue();
        first.send(eip.uri(), eip, seed).get(60, TimeUnit.SECONDS);

        assertThat(timesPaid(eip)).containsOnly(1);
    }

    /** The messages that were aggregated are done when the call is made. */
    @Test
    void ofAnAggregateItIsAllUntilTheAggregateIsDone() throws Exception {
        CompletableFuture<Integer> remembered = new CompletableFuture<>();
        first.context.camel().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:aggregate")
                        .aggregate(constant(true), new UseLatestAggregationStrategy())
                        .completionPredicate(header("last"))
                        .completionTimeout(20)
                        .completionTimeoutCheckerInterval(10)
                        .recipientList(constant(CUT))
                        .end()
                        .process(exchange -> remembered.complete(UNDER_WAY.getCacheSize()));
            }
        });

        first.producer.sendBody("direct:aggregate", SeededService.picture(seed));

        assertThat(remembered.get(60, TimeUnit.SECONDS)).isOne();
        await().untilAsserted(() -> assertThat(UNDER_WAY.getCache()).isEmpty());
    }

    private List<Integer> timesPaid(Eip eip) {
        return eip.parts().apply(seed).stream()
                .map(part -> service.paid(part.seed()))
                .toList();
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
    }

    /** A context with the routes, and a consumer that commits. */
    private static final class Process implements AutoCloseable {

        private final Readings readings = new Readings(service);
        private final EipContext context = new EipContext(service, readings, true, eips().toList(), UNDER_WAY);
        private final ProducerTemplate producer = context.camel().createProducerTemplate();
        private final ConsumerTemplate late = context.camel().createConsumerTemplate();

        Process() throws Exception {
            context.camel().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(CONSUMER).process(Process::commitLater).toD("${header.eip}");
                    from(FAILING).toD("${header.eip}").to(Eip.FAIL);
                }
            });
        }

        private static void commitLater(Exchange exchange) {
            Runnable commit = COMMITS.getOrDefault(exchange.getMessage().getHeader("seed", Integer.class), () -> {});
            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange done) {
                    commit.run();
                }
            });
        }

        Future<Exchange> send(String uri, Eip eip, int seed) {
            return producer.asyncSend(uri, exchange -> {
                exchange.getMessage().setBody(SeededService.picture(seed));
                exchange.getMessage().setHeader("seed", seed);
                exchange.getMessage().setHeader("eip", eip.uri());
            });
        }

        void awaitRead(Eip eip, int seed) {
            soon().until(() ->
                    readings.of(seed).size() >= eip.parts().apply(seed).size());
        }

        /** What the late reader is for ends with it, and its consumer commits. */
        boolean takeLate() {
            for (Exchange left = late.receiveNoWait(EipContext.LATE);
                    left != null;
                    left = late.receiveNoWait(EipContext.LATE)) {
                late.doneUoW(left);
            }
            return true;
        }

        @Override
        public void close() {
            takeLate();
            context.close();
        }
    }
}
