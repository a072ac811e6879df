// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.NoTempFilesLeft;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

    static Stream<Arguments> bodies() {
        return Stream.of(SMALL, LARGE)
                .flatMap(bytes -> Stream.of(
                        Arguments.of(bytes, OptionalLong.empty()), Arguments.of(bytes, OptionalLong.of(bytes.length))));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void areWhole(byte[] bytes, OptionalLong announced) throws IOException {
        ImageBody body = ImageCaches.read(new ByteArrayInputStream(bytes), announced, exchange);

        assertThat(body.length()).isEqualTo(bytes.length);
        assertThat(body.open()).hasBinaryContent(bytes);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, ImageCaches.MEMORY_LIMIT - 1, ImageCaches.MEMORY_LIMIT + 100})
    void areWholeWhateverWasAnnounced(long announced) throws IOException {
        ImageBody body = ImageCaches.read(new ByteArrayInputStream(SMALL), OptionalLong.of(announced), exchange);

        assertThat(body.length()).isEqualTo(SMALL.length);
        assertThat(body.open()).hasBinaryContent(SMALL);
    }

    @Test
    void keepSmallOnesInMemory() throws IOException {
        assertThat(read(SMALL).inMemory()).isTrue();
        assertThat(newTempFiles()).isEmpty();
    }

    @Test
    void keepLargeOnesInATemporaryFile() throws IOException {
        ImageBody body = read(LARGE);

        assertThat(body.inMemory()).isFalse();
        assertThat(newTempFiles())
                .singleElement()
                .satisfies(file -> assertThat(file).hasBinaryContent(LARGE));
        Reference.reachabilityFence(body);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void eachReaderHasAPositionOfItsOwn(byte[] bytes, OptionalLong announced) throws IOException {
        ImageBody body = ImageCaches.read(new ByteArrayInputStream(bytes), announced, exchange);
        try (InputStream one = body.open();
                InputStream other = body.open()) {
            assertThat(one.readNBytes(10)).isEqualTo(Arrays.copyOf(bytes, 10));

            assertThat(other.readAllBytes()).isEqualTo(bytes);
            assertThat(one.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 10, bytes.length));
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void lastBeyondTheirExchange(byte[] bytes, OptionalLong announced) throws IOException {
        ImageBody body = ImageCaches.read(new ByteArrayInputStream(bytes), announced, exchange);

        done();

        assertThat(body.open()).hasBinaryContent(bytes);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void areConvertedAnewEachTime(byte[] bytes, OptionalLong announced) throws IOException {
        exchange.getMessage().setBody(ImageCaches.read(new ByteArrayInputStream(bytes), announced, exchange));

        for (int time = 1; time <= 2; time++) {
            assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(bytes);
            assertThat(exchange.getMessage().getBody(ByteBuffer.class)).isEqualTo(ByteBuffer.wrap(bytes));
            assertThat(exchange.getMessage().getBody(InputStream.class)).hasBinaryContent(bytes);
            assertThat(exchange.getMessage().getBody(File.class)).hasBinaryContent(bytes);
        }
    }

    @Test
    void areGoneWhenNobodyHoldsThem() throws IOException {
        read(LARGE);

        Awaitility.await().untilAsserted(() -> {
            System.gc();
            assertThat(newTempFiles()).isEmpty();
        });
    }

    @Test
    void areThereWhileAReaderIsLeft() throws IOException {
        InputStream reader = read(LARGE).open();

        System.gc();

        assertThat(reader).hasBinaryContent(LARGE);
    }

    @Test
    void areThereWhileAFileIsLeft() throws IOException {
        File file = ImageCaches.toFile(read(SMALL), ".png", exchange);

        System.gc();

        assertThat(file).hasBinaryContent(SMALL).hasExtension("png");
        Reference.reachabilityFence(file);
    }

    @Test
    void areGoneWhenTheContextStops() throws IOException {
        ImageBody body = read(LARGE);
        File file = ImageCaches.toFile(body, ".png", exchange);

        camel.context().stop();

        assertThat(newTempFiles()).isEmpty();
        assertThat(file).doesNotExist();
        Reference.reachabilityFence(body);
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
    void lieWhereCamelSpoolsIfItDoes() throws Exception {
        camel.context().getStreamCachingStrategy().setSpoolEnabled(true);
        camel.context()
                .getStreamCachingStrategy()
                .setSpoolDirectory(folder.resolve("spool").toFile());

        ImageBody body = read(LARGE);

        assertThat(newTempFiles()).isEmpty();
        assertThat(filesOf(folder.resolve("spool"))).hasSize(1);
        Reference.reachabilityFence(body);
        camel.context().stop();
        assertThat(folder.resolve("spool")).doesNotExist();
    }

    @Test
    void goToAFileWhenTheMemoryIsUsedUp() throws IOException {
        List<ImageBody> bodies = new ArrayList<>();
        do {
            bodies.add(read(SMALL));
        } while (bodies.get(bodies.size() - 1).inMemory() && bodies.size() < 1000);

        assertThat(bodies)
                .hasSizeLessThan(1000)
                .allSatisfy(body -> assertThat(body.open()).hasBinaryContent(SMALL));
        done();
        assertThat(read(SMALL).inMemory()).isTrue();
    }

    private ImageBody read(byte[] bytes) throws IOException {
        return ImageCaches.read(new ByteArrayInputStream(bytes), exchange);
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

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
