// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.support.LargerSizes;
import io.github.camelbackgroundcut.support.NoTempFilesLeft;
import io.github.camelbackgroundcut.support.ServiceDialect;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.ExchangeBuilder;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
@ParameterizedClass(name = "{0} bytes, stream caching {1}")
@MethodSource("contexts")
class ResultsInEipsIT {

    static final String AT_ONCE = "at once";
    private static final String LATE = "late";
    private static final String ANSWER = "as the answer";

    /** Tests that the tested Camel does not support, by the beginnings of their names. */
    private static final List<String> LEFT_OUT = Stream.of(
                    System.getProperty("left.out.eips", "").split(" "))
            .filter(name -> !name.isEmpty())
            .toList();

    private static final int SMALL = 200_000;
    private static final int IN_A_FILE = 6 << 20;
    private static final int LARGE = 20 << 20;

    private static final long BYTES_AT_THE_SAME_TIME = 640L << 20;
    /** Beyond what is held, as the page says. */
    private static final long MOST_BYTES_OF_FILES = 1L << 30;

    private static final AtomicInteger SEEDS = new AtomicInteger();
    private static final Set<Path> FILES_BEFORE = NoTempFilesLeft.tempFiles();

    private static SeededService service;
    private static Readings readings;
    private static EipContext context;
    private static ProducerTemplate producer;
    private static ConsumerTemplate consumer;
    /** The most bytes of results that messages have held at a time. */
    private static long mostHeld;

    private final int length;
    private final boolean streamCaching;

    ResultsInEipsIT(int length, boolean streamCaching) {
        this.length = length;
        this.streamCaching = streamCaching;
    }

    static Stream<Arguments> contexts() {
        return Stream.of(SMALL, IN_A_FILE, LARGE)
                .filter(length -> length < LARGE || LargerSizes.ARE_TESTED)
                .flatMap(length -> Stream.of(true, false).map(streamCaching -> Arguments.of(length, streamCaching)));
    }

    static Stream<Eip> eips() {
        return Stream.of(RoutingEips.ALL, CopyingEips.ALL, WaitingEips.ALL, FailureEips.ALL, WrappingEips.ALL)
                .flatMap(List::stream)
                .filter(eip -> LEFT_OUT.stream().noneMatch(eip.name()::startsWith));
    }

    @BeforeParameterizedClassInvocation
    static void start(int length, boolean streamCaching) throws Exception {
        // One length is enough for the other dialect, which the component finds out.
        service = new SeededService(length, length == IN_A_FILE ? ServiceDialect.KEYS : ServiceDialect.PATHS);
        readings = new Readings(service);
        context = new EipContext(service, readings, streamCaching, eips().toList());
        producer = context.camel().createProducerTemplate();
        consumer = context.camel().createConsumerTemplate();
        mostHeld = 0;
    }

    @AfterParameterizedClassInvocation
    static void noFileIsLeftWhenTheContextHasStopped() {
        context.close();
        service.close();
        assertThat(NoTempFilesLeft.tempFiles()).isSubsetOf(FILES_BEFORE);
    }

    @AfterEach
    void filesAreBounded() {
        long bytes = NoTempFilesLeft.tempFiles().stream()
                .map(Path::toFile)
                .mapToLong(File::length)
                .sum();
        assertThat(bytes).as("bytes of temporary files").isLessThanOrEqualTo(MOST_BYTES_OF_FILES + mostHeld);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("eips")
    void ofAMessageThatNobodyWaitsFor(Eip eip) {
        assertReadAndPaidOnce(List.of(send(eip)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("eips")
    void ofAMessageWhoseSenderWaitsForTheAnswer(Eip eip) {
        assertReadAndPaidOnce(List.of(ask(eip)));
    }

    /** A late reader then reads after a collection, which deletes the files of unreachable results. */
    @Test
    void ofMessagesInManyPatternsAtTheSameTime() {
        List<Eip> all = eips().toList();
        int step = 1 + (int) ((long) all.size() * length / BYTES_AT_THE_SAME_TIME);

        assertReadAndPaidOnce(IntStream.range(0, all.size())
                .filter(place -> place % step == 0)
                .mapToObj(place -> ask(all.get(place)))
                .toList());
    }

    private Sent send(Eip eip) {
        int seed = SEEDS.incrementAndGet();
        producer.send(EipContext.ONE_WAY, message(eip, seed, ExchangePattern.InOnly));
        return new Sent(eip, seed, Optional.empty());
    }

    private Sent ask(Eip eip) {
        int seed = SEEDS.incrementAndGet();
        Exchange question = message(eip, seed, ExchangePattern.InOut);
        return new Sent(eip, seed, Optional.of(producer.asyncSend(eip.uri(), question)));
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

    private void assertReadAndPaidOnce(List<Sent> sent) {
        mostHeld = Math.max(
                mostHeld,
                sent.stream().mapToLong(message -> message.parts().size()).sum() * length);
        sent.forEach(message -> soon().until(message::isRead));
        soon().until(context::isIdle);
        if (sent.size() > 1) {
            System.gc();
        }
        readLate();
        sent.forEach(Sent::readAnswer);

        assertThat(sent).allSatisfy(message -> {
            assertThat(readings.of(message.seed())).containsExactlyInAnyOrderElementsOf(message.expected());
            assertThat(message.timesPaid()).containsOnly(1);
        });
    }

    private static void readLate() {
        for (Exchange left = next(); left != null; left = next()) {
            readings.readBytes(left, LATE);
            consumer.doneUoW(left);
        }
    }

    private static Exchange next() {
        return consumer.receiveNoWait(EipContext.LATE);
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
    }

    /**
     * A message under way.
     *
     * @param answer for a caller
     */
    private record Sent(Eip eip, int seed, Optional<Future<Exchange>> answer) {

        List<Part> parts() {
            return eip.parts().apply(seed);
        }

        /** Or has failed. */
        boolean isRead() {
            return readings.of(seed).size() >= parts().size();
        }

        void readAnswer() {
            if (answer.isPresent() && eip.answers()) {
                try {
                    readings.readBytes(answer.get().get(60, TimeUnit.SECONDS), ANSWER);
                } catch (Exception e) {
                    throw new AssertionError(eip + " has no answer", e);
                }
            }
        }

        List<String> expected() {
            List<String> readers = new ArrayList<>(List.of(AT_ONCE, LATE));
            if (answer.isPresent() && eip.answers()) {
                readers.add(ANSWER);
            }
            return parts().stream()
                    .flatMap(part -> readers.stream().map(reader -> Readings.whole(part, reader)))
                    .toList();
        }

        Set<Integer> timesPaid() {
            return parts().stream().map(part -> service.paid(part.seed())).collect(Collectors.toSet());
        }
    }
}
