// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.NoTempFilesLeft;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.UnitOfWorkHelper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCachesTest {

    private static final byte[] SMALL = random(ImageCaches.MEMORY_LIMIT);
    private static final byte[] LARGE = random(ImageCaches.MEMORY_LIMIT + 1);

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    @TempDir
    Path folder;

    private final Set<Path> before = NoTempFilesLeft.tempFiles();
    private Exchange exchange;

    @BeforeEach
    void makeAnExchange() {
        exchange = camel.exchange(null);
    }

    @Test
    void keepSmallOnesInMemory() throws IOException {
        StreamCache cache = ImageCaches.read(new ByteArrayInputStream(SMALL), exchange);

        assertThat(cache.inMemory()).isTrue();
        assertThat(newTempFiles()).isEmpty();
        assertThat(bytes(cache)).isEqualTo(SMALL);
    }

    @Test
    void keepLargeOnesInATemporaryFile() throws IOException {
        StreamCache cache = ImageCaches.read(new ByteArrayInputStream(LARGE), exchange);

        assertThat(cache.inMemory()).isFalse();
        assertThat(cache.length()).isEqualTo(LARGE.length);
        assertThat(newTempFiles())
                .singleElement()
                .satisfies(file -> assertThat(file).hasBinaryContent(LARGE));
        done();
    }

    @Test
    void canBeReadAgain() throws IOException {
        StreamCache cache = ImageCaches.read(new ByteArrayInputStream(LARGE), exchange);
        ((InputStream) cache).readNBytes(10);

        cache.reset();

        assertThat(bytes(cache)).isEqualTo(LARGE);
        cache.reset();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        cache.writeTo(out);
        assertThat(out.toByteArray()).isEqualTo(LARGE);
        done();
    }

    @Test
    void areGoneWithTheirExchange() throws IOException {
        ImageCaches.read(new ByteArrayInputStream(LARGE), exchange);

        done();

        assertThat(newTempFiles()).isEmpty();
    }

    @Test
    void areGoneWithAnExchangeThatFailed() throws IOException {
        ImageCaches.read(new ByteArrayInputStream(LARGE), exchange);
        exchange.setException(new IOException("no"));

        done();

        assertThat(newTempFiles()).isEmpty();
    }

    @Test
    void leaveNothingBehindIfTheStreamBreaks() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(LARGE), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        });

        assertThatThrownBy(() -> ImageCaches.read(broken, exchange)).hasMessage("reset");
        assertThat(newTempFiles()).isEmpty();
    }

    @Test
    void stayForACopyUntilItsExchangeIsDoneToo() throws IOException {
        StreamCache cache = ImageCaches.read(new ByteArrayInputStream(LARGE), exchange);
        Exchange other = camel.exchange(null);
        StreamCache copy = cache.copy(other);

        done();
        assertThat(bytes(copy)).isEqualTo(LARGE);
        assertThat(newTempFiles()).hasSize(1);

        UnitOfWorkHelper.doneSynchronizations(
                other, other.getExchangeExtension().handoverCompletions());
        assertThat(newTempFiles()).isEmpty();
    }

    @Test
    void aCopyIsReadApartFromItsOriginal() throws IOException {
        StreamCache cache = ImageCaches.read(new ByteArrayInputStream(LARGE), exchange);
        ((InputStream) cache).readNBytes(10);
        StreamCache copy = cache.copy(exchange);

        assertThat(bytes(copy)).isEqualTo(LARGE);
        assertThat(bytes(cache)).hasSize(LARGE.length - 10);
        done();
    }

    @Test
    void lieWhereCamelSpoolsIfItDoes() throws Exception {
        camel.context().getStreamCachingStrategy().setSpoolEnabled(true);
        camel.context()
                .getStreamCachingStrategy()
                .setSpoolDirectory(folder.resolve("spool").toFile());

        ImageCaches.read(new ByteArrayInputStream(LARGE), exchange);

        assertThat(newTempFiles()).isEmpty();
        assertThat(filesOf(folder.resolve("spool"))).hasSize(1);
        done();
        assertThat(filesOf(folder.resolve("spool"))).isEmpty();
    }

    @Test
    void lastUntilTheLastBranchOfAMulticastHasReadThem() throws Exception {
        addRoute(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .process(ImageCachesTest::cacheTheLargeOne)
                        .multicast()
                        .parallelProcessing()
                        .to("direct:branch", "direct:branch");
                from("direct:branch").delay(50).process(ImageCachesTest::readTheLargeOne);
            }
        });

        Exchange result = camel.template().send("direct:in", in -> {});

        assertThat(result.getException()).isNull();
        assertThat(newTempFiles()).isEmpty();
    }

    @Test
    void lastUntilAWireTapHasReadThem() throws Exception {
        CountDownLatch mayRead = new CountDownLatch(1);
        CountDownLatch hasRead = new CountDownLatch(1);
        addRoute(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").process(ImageCachesTest::cacheTheLargeOne).wireTap("direct:tap");
                from("direct:tap").process(tapped -> {
                    mayRead.await(60, TimeUnit.SECONDS);
                    readTheLargeOne(tapped);
                    hasRead.countDown();
                });
            }
        });
        camel.template().send("direct:in", in -> {});

        assertThat(newTempFiles()).hasSize(1);
        mayRead.countDown();

        assertThat(hasRead.await(60, TimeUnit.SECONDS)).isTrue();
        Awaitility.await().untilAsserted(() -> assertThat(newTempFiles()).isEmpty());
    }

    @Test
    void lastBeyondTheSplitThatMadeThem() throws Exception {
        addRoute(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .split(body(), (oldExchange, newExchange) -> newExchange)
                        .process(ImageCachesTest::cacheTheLargeOne)
                        .end()
                        .process(ImageCachesTest::readTheLargeOne);
            }
        });

        Exchange result =
                camel.template().send("direct:in", in -> in.getMessage().setBody(List.of("one")));

        assertThat(result.getException()).isNull();
        assertThat(newTempFiles()).isEmpty();
    }

    @Test
    void giveTheirMemoryBackOnceHoweverOftenTheyAreCopied() throws IOException {
        int out = BlockPool.SHARED.blocksOut();
        exchange.getExchangeExtension().setFromEndpoint(camel.context().getEndpoint("seda:in"));
        exchange.getExchangeExtension().setFromRouteId("route");
        StreamCache cache = ImageCaches.read(new ByteArrayInputStream(SMALL), exchange);
        done();
        assertThat(BlockPool.SHARED.blocksOut()).isEqualTo(out);

        StreamCache late = cache.copy(exchange);
        done();

        assertThat(BlockPool.SHARED.blocksOut()).isEqualTo(out);
        assertThat(late.length()).isEqualTo(SMALL.length);
        assertThatThrownBy(() -> bytes(late)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {ImageCaches.MEMORY_LIMIT, ImageCaches.MEMORY_LIMIT + 1})
    void areGoneWithAnExchangeThatNobodyEnds(int length) throws IOException {
        int out = BlockPool.SHARED.blocksOut();
        ImageCaches.read(new ByteArrayInputStream(random(length)), camel.exchange(null));

        Awaitility.await().untilAsserted(() -> {
            System.gc();
            assertThat(BlockPool.SHARED.blocksOut()).isEqualTo(out);
            assertThat(newTempFiles()).isEmpty();
        });
    }

    private void addRoute(RouteBuilder route) throws Exception {
        camel.context().addRoutes(route);
    }

    private static void cacheTheLargeOne(Exchange exchange) throws IOException {
        exchange.getMessage().setBody(ImageCaches.read(new ByteArrayInputStream(LARGE), exchange));
    }

    private static void readTheLargeOne(Exchange exchange) {
        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(LARGE);
    }

    private void done() {
        UnitOfWorkHelper.doneSynchronizations(
                exchange, exchange.getExchangeExtension().handoverCompletions());
    }

    private Set<Path> newTempFiles() {
        Set<Path> files = new HashSet<>(NoTempFilesLeft.tempFiles());
        files.removeAll(before);
        return files;
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static byte[] bytes(StreamCache cache) throws IOException {
        return ((InputStream) cache).readAllBytes();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
