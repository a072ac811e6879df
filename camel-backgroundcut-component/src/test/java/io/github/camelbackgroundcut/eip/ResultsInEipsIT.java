// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.support.NoTempFilesLeft;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.ExchangeBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code removeBackground} inside the EIPs that can hold it: each result is whole, for a reader at once and for one that comes
 * when the exchange is long done, is its own picture's, and is paid for once; and no file is left of it.
 */
@ParameterizedClass(name = "results of {0} bytes, stream caching {1}")
@MethodSource("contexts")
class ResultsInEipsIT {

    static final String AT_ONCE = "at once";
    private static final String LATE = "late";
    private static final String ANSWER = "as the answer";

    /** What the Camel of another version lacks, by the beginnings of its names. */
    private static final List<String> LEFT_OUT = Stream.of(
                    System.getProperty("left.out.eips", "").split(" "))
            .filter(name -> !name.isEmpty())
            .toList();

    /** At a time. */
    static final int MESSAGES = 2;

    private static final long MOST_BYTES_OF_FILES = 1L << 30;

    private static final AtomicInteger SEEDS = new AtomicInteger();

    private static final Set<Path> FILES_BEFORE = NoTempFilesLeft.tempFiles();
    private static SeededService service;
    private static Readings readings;
    private static EipContext context;
    private static ProducerTemplate producer;
    private static ConsumerTemplate consumer;

    private final boolean streamCaching;

    /** Both are in the names of the tests, and have served to start the context. */
    ResultsInEipsIT(int length, boolean streamCaching) {
        this.streamCaching = streamCaching;
    }

    static Stream<Arguments> contexts() {
        return Stream.of(200_000, 6 << 20, 20 << 20)
                .flatMap(length -> Stream.of(true, false).map(streamCaching -> Arguments.of(length, streamCaching)));
    }

    @BeforeParameterizedClassInvocation
    static void start(int length, boolean streamCaching) throws Exception {
        service = new SeededService(length);
        readings = new Readings(service);
        context = new EipContext(service, readings, streamCaching, eips().toList());
        producer = context.camel().createProducerTemplate();
        consumer = context.camel().createConsumerTemplate();
    }

    @AfterParameterizedClassInvocation
    static void noFileIsLeftWhenTheContextHasStopped() {
        context.close();
        service.close();
        assertThat(NoTempFilesLeft.tempFiles()).isSubsetOf(FILES_BEFORE);
    }

    @AfterEach
    void filesAreBounded() throws IOException {
        long bytes = 0;
        for (Path file : NoTempFilesLeft.tempFiles()) {
            bytes += Files.exists(file) ? Files.size(file) : 0;
        }
        assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES_OF_FILES);
    }

    static Stream<Eip> eips() {
        return Stream.of(RoutingEips.ALL, CopyingEips.ALL, WaitingEips.ALL, FailureEips.ALL, WrappingEips.ALL)
                .flatMap(List::stream)
                .filter(eip -> eip.name().matches(System.getProperty("only", ".*")))
                .filter(eip -> LEFT_OUT.stream().noneMatch(eip.name()::startsWith));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("eips")
    void ofAMessageThatNobodyWaitsFor(Eip eip) throws Exception {
        List<Integer> seeds =
                send(seed -> producer.send(EipContext.ONE_WAY, message(eip, seed, ExchangePattern.InOnly)));

        readLate(eip, seeds);

        assertWholeAndPaidOnce(eip, seeds, List.of(AT_ONCE, LATE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("eips")
    void ofAMessageWhoseSenderWaitsForTheAnswer(Eip eip) throws Exception {
        List<Future<Exchange>> answers = new ArrayList<>();
        List<Integer> seeds =
                send(seed -> answers.add(producer.asyncSend(eip.uri(), message(eip, seed, ExchangePattern.InOut))));

        readLate(eip, seeds);
        for (Future<Exchange> answer : answers) {
            Exchange answered = answer.get(60, TimeUnit.SECONDS);
            if (eip.answers()) {
                readings.readEach(answered, ANSWER);
            }
        }

        assertWholeAndPaidOnce(eip, seeds, eip.answers() ? List.of(AT_ONCE, LATE, ANSWER) : List.of(AT_ONCE, LATE));
    }

    private static List<Integer> send(IntConsumer sender) {
        List<Integer> seeds = IntStream.range(0, MESSAGES)
                .map(message -> SEEDS.incrementAndGet())
                .boxed()
                .toList();
        seeds.forEach(sender::accept);
        return seeds;
    }

    private Exchange message(Eip eip, int seed, ExchangePattern pattern) {
        byte[] picture = SeededService.picture(seed);
        return ExchangeBuilder.anExchange(context.camel())
                .withPattern(pattern)
                // A stream that can be read once is nobody's to share unless Camel caches it.
                .withBody(streamCaching ? new ByteArrayInputStream(picture) : picture)
                .withHeader("seed", seed)
                .withHeader("eip", eip.uri())
                .build();
    }

    /** When all exchanges are done. */
    private void readLate(Eip eip, List<Integer> seeds) throws IOException {
        for (int seed : seeds) {
            await().until(() ->
                    readings.of(seed).size() >= eip.parts().apply(seed).size());
        }
        await().until(context::isIdle);
        for (Exchange left = consumer.receiveNoWait(EipContext.LATE);
                left != null;
                left = consumer.receiveNoWait(EipContext.LATE)) {
            readings.readEach(left, LATE);
            consumer.doneUoW(left);
        }
    }

    private void assertWholeAndPaidOnce(Eip eip, List<Integer> seeds, List<String> readers) {
        for (int seed : seeds) {
            List<Part> parts = eip.parts().apply(seed);
            assertThat(readings.of(seed))
                    .containsExactlyInAnyOrderElementsOf(parts.stream()
                            .flatMap(part -> readers.stream().map(reader -> Readings.whole(part, reader)))
                            .toList());
            assertThat(parts)
                    .allSatisfy(part -> assertThat(service.paid(part.seed()))
                            .as("times paid")
                            .isOne());
        }
    }
}
