// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.api.error.InvalidImageException;
import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.Pictures;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each form that a body may have. */
class ImageBodiesTest {

    private static final byte[] PNG = Pictures.png(8, 8);

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeAFile() throws IOException {
        file = Files.write(folder.resolve("mug.png"), PNG);
    }

    @Test
    void aFileIsReadWhereItLies() throws IOException {
        assertIsThePng(file.toFile(), "mug.png");
    }

    @Test
    void aPathIsReadWhereItLies() throws IOException {
        assertIsThePng(file, "mug.png");
    }

    @Test
    void aFileOfCamelIsReadWhereItLies() throws IOException {
        GenericFile<File> generic = new GenericFile<>();
        generic.setFile(file.toFile());
        generic.setFileNameOnly("mug.png");

        assertIsThePng(generic, "mug.png");
    }

    @Test
    void aRemoteFileIsReadFromItsStream() throws IOException {
        GenericFile<Object> remote = remoteFile();
        remote.setBody(new ByteArrayInputStream(PNG));

        assertIsThePng(remote, "remote.png");
    }

    @Test
    void aRemoteFileIsReadFromItsBytes() throws IOException {
        GenericFile<Object> remote = remoteFile();
        remote.setBody(PNG);

        assertIsThePng(remote, "remote.png");
    }

    @Test
    void bytesAreUsedAsTheyAre() throws IOException {
        assertIsThePng(PNG, null);
    }

    @Test
    void aStreamCacheIsUsedAsItIs() throws IOException {
        assertIsThePng(new InputStreamCache(PNG), null);
    }

    @Test
    void aStreamCacheThatWasReadIsReadAgain() throws IOException {
        InputStreamCache cache = new InputStreamCache(PNG);
        cache.readNBytes(5);

        assertIsThePng(cache, null);
    }

    @Test
    void aStreamCacheIsAtItsStartAfterItWasSent() throws IOException {
        InputStreamCache cache = new InputStreamCache(PNG);
        try (InputStream in = ImageBodies.one(camel.exchange(cache)).open()) {
            in.readAllBytes();
        }

        assertThat(cache.readAllBytes()).isEqualTo(PNG);
    }

    @Test
    void aByteBufferIsConverted() throws IOException {
        assertIsThePng(ByteBuffer.wrap(PNG), null);
    }

    @Test
    void textIsRefused() {
        for (Object text : List.of("8A41BD04-0000", new StringBuilder("iVBORw0KGgo="))) {
            assertThatExceptionOfType(InvalidImageException.class)
                    .isThrownBy(() -> ImageBodies.one(camel.exchange(text)))
                    .withMessage("The message body is text, not an image: use a file, bytes or a stream. "
                            + "Text in Base64 becomes bytes with unmarshal().base64()");
        }
    }

    @ParameterizedTest
    @CsvSource({"ftypheic, HEIC", "ftypmif1, HEIC", "ftypavif, AVIF"})
    void aFormatThatTheServiceDoesNotAcceptIsRefusedWhateverItsName(String signature, String format) {
        Exchange exchange = camel.exchange(("\0\0\0\34" + signature + "\0\0\0\0").getBytes(UTF_8));
        exchange.getMessage().setHeader(Exchange.FILE_NAME, "mug.jpg");

        assertThatExceptionOfType(InvalidImageException.class)
                .isThrownBy(() -> ImageBodies.one(exchange))
                .withMessage("The image is " + format + ", which the service doesn't accept: convert it to JPEG first, "
                        + "such as with ImageMagick in the step .to(\"exec:convert?args=- jpg:-\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftypisom", "ftyp", "heic", "xxxxheic"})
    void otherBytesAreLeftToTheService(String signature) throws IOException {
        Exchange exchange = camel.exchange(("\0\0\0\34" + signature).getBytes(UTF_8));

        assertThat(ImageBodies.one(exchange).mediaType()).isEqualTo("application/octet-stream");
    }

    @Test
    void aRawStreamIsReadOnceAndReplacedByACache() throws IOException {
        AtomicInteger closed = new AtomicInteger();
        Exchange exchange = camel.exchange(new ByteArrayInputStream(PNG) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        });

        ImageSource image = ImageBodies.one(exchange);

        assertThat(image.open().readAllBytes()).isEqualTo(PNG);
        assertThat(exchange.getMessage().getBody()).isInstanceOf(StreamCache.class);
        assertThat(closed).hasValue(1);
    }

    @Test
    void aRawStreamIsNotLostWhenTheCallFails() throws IOException {
        Exchange exchange = camel.exchange(new ByteArrayInputStream(PNG));
        try (InputStream halfRead = ImageBodies.one(exchange).open()) {
            halfRead.readNBytes(5);
        }

        assertThat(ImageBodies.one(exchange).open().readAllBytes()).isEqualTo(PNG);
    }

    @Test
    void aFileAsTheBodyStays() throws IOException {
        Exchange exchange = camel.exchange(file.toFile());

        ImageBodies.one(exchange);

        assertThat(exchange.getMessage().getBody()).isEqualTo(file.toFile());
    }

    @Test
    void anImageCanBeReadAsOftenAsItTakes() throws IOException {
        for (Object body : new Object[] {file, PNG, new InputStreamCache(PNG), new ByteArrayInputStream(PNG)}) {
            ImageSource image = ImageBodies.one(camel.exchange(body));

            for (int i = 0; i < 3; i++) {
                try (InputStream in = image.open()) {
                    assertThat(in.readAllBytes()).as(body.getClass().getName()).isEqualTo(PNG);
                }
            }
        }
    }

    @Test
    void aMissingBodyIsRefused() {
        assertRefused(null, "The message body is empty: there is no image to send");
    }

    static Stream<Object> bodiesWithoutBytes() {
        ByteArrayInputStream consumed = new ByteArrayInputStream(PNG);
        consumed.readAllBytes();
        return Stream.of(new byte[0], new InputStreamCache(new byte[0]), InputStream.nullInputStream(), consumed, "");
    }

    @ParameterizedTest
    @MethodSource("bodiesWithoutBytes")
    void aBodyWithoutBytesIsRefused(Object body) {
        assertRefused(body, "The message body has no bytes: it is empty, or a stream that was read before");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.png"));

        assertRefused(empty, "The message body has no bytes: it is empty, or a stream that was read before");
    }

    @Test
    void aMissingFileIsRefused() {
        Path missing = folder.resolve("missing.png");

        assertRefused(missing, "The file " + missing + " doesn't exist, or isn't a regular file");
        assertRefused(missing.toFile(), "The file " + missing + " doesn't exist, or isn't a regular file");
    }

    @Test
    void aDirectoryIsRefused() {
        assertRefused(folder, "The file " + folder + " doesn't exist, or isn't a regular file");
    }

    @Test
    void aBodyOfAnotherTypeIsRefusedAndItsTypeNamed() {
        assertRefused(
                new StringBuilder[0],
                "A body of type [Ljava.lang.StringBuilder; can't be sent as an image: use a file, bytes or a stream, "
                        + "or convert it first");
    }

    @Test
    void aStreamThatBreaksIsAnIoErrorAndNoBadBody() {
        Exchange exchange = camel.exchange(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }
        });

        assertThatThrownBy(() -> ImageBodies.one(exchange))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk gone");
    }

    private static GenericFile<Object> remoteFile() {
        GenericFile<Object> remote = new GenericFile<>();
        remote.setFile("a handle of the server's library");
        remote.setFileName("inbox/remote.png");
        remote.setFileNameOnly("remote.png");
        return remote;
    }

    private void assertIsThePng(Object body, String name) throws IOException {
        Exchange exchange = camel.exchange(body);

        ImageSource image = ImageBodies.one(exchange);

        assertThat(image.fileName()).isEqualTo(name == null ? exchange.getExchangeId() + ".png" : name);
        assertThat(image.mediaType()).isEqualTo("image/png");
        assertThat(image.length()).hasValue(PNG.length);
        try (InputStream in = image.open()) {
            assertThat(in.readAllBytes()).isEqualTo(PNG);
        }
    }

    private void assertRefused(Object body, String message) {
        assertThatThrownBy(() -> ImageBodies.one(camel.exchange(body)))
                .isInstanceOf(InvalidImageException.class)
                .hasMessage(message);
    }
}
