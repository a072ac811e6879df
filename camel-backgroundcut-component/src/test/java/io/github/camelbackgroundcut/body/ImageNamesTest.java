// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.api.error.InvalidImageException;
import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.Pictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an image is named, what its media type is, and what a list of them is. */
class ImageNamesTest {

    private static final byte[] PNG = Pictures.png(8, 8);
    private static final byte[] JPEG = Pictures.jpeg(8, 8);

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    @TempDir
    Path folder;

    @Test
    void theHeaderNamesAnImageBeforeItsFileDoes() throws IOException {
        Exchange exchange = camel.exchange(Files.write(folder.resolve("own.png"), PNG));
        exchange.getMessage().setHeader(Exchange.FILE_NAME, "shoes\\red/header.png");

        assertThat(ImageBodies.one(exchange).fileName()).isEqualTo("header.png");
    }

    @ParameterizedTest
    @CsvSource({"..", "shoes/", "' '"})
    void aHeaderThatNamesNothingIsLikeNone(String header) throws IOException {
        Exchange exchange = camel.exchange(JPEG);
        exchange.getMessage().setHeader(Exchange.FILE_NAME, header);

        assertThat(ImageBodies.one(exchange).fileName()).isEqualTo(exchange.getExchangeId() + ".jpg");
    }

    @Test
    void anImageOfUnknownTypeGetsNoExtension() throws IOException {
        Exchange exchange = camel.exchange("text".getBytes(UTF_8));

        assertThat(ImageBodies.one(exchange).fileName()).isEqualTo(exchange.getExchangeId());
    }

    @ParameterizedTest
    @CsvSource({
        // header, name, type
        "image/webp, mug.jpg, image/webp",
        "image/webp;q=1, mug.jpg, image/webp",
        "application/octet-stream, mug.jpg, image/jpeg",
        "multipart/form-data; boundary=x, mug.jpg, image/jpeg",
        ", mug.jpg, image/jpeg",
        ", mug, image/png",
        "application/octet-stream, mug.bin, image/png",
    })
    void theTypeComesFromTheHeaderElseTheNameElseTheFirstBytes(String header, String name, String type)
            throws IOException {
        Exchange exchange = camel.exchange(PNG);
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, header);
        exchange.getMessage().setHeader(Exchange.FILE_NAME, name);

        assertThat(ImageBodies.one(exchange).mediaType()).isEqualTo(type);
    }

    @Test
    void aListIsSeveralImagesOfAnyForm() throws IOException {
        Path file = Files.write(folder.resolve("mug.png"), PNG);
        Exchange exchange = camel.exchange(List.of(file, JPEG, new ByteArrayInputStream(PNG)));

        List<ImageSource> images = ImageBodies.all(exchange);

        assertThat(images)
                .extracting(ImageSource::fileName)
                .containsExactly("mug.png", exchange.getExchangeId() + "-2.jpg", exchange.getExchangeId() + "-3.png");
        assertThat(images.get(2).open().readAllBytes()).isEqualTo(PNG);
    }

    @Test
    void headersSayNothingOfTheImagesOfAList() throws IOException {
        Exchange exchange = camel.exchange(List.of(JPEG));
        exchange.getMessage().setHeader(Exchange.FILE_NAME, "header.png");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "image/webp");

        ImageSource image = ImageBodies.all(exchange).get(0);

        assertThat(image.fileName()).isEqualTo(exchange.getExchangeId() + "-1.jpg");
        assertThat(image.mediaType()).isEqualTo("image/jpeg");
    }

    @Test
    void aSetIsSeveralImages() {
        assertThat(ImageBodies.isList(Set.of(PNG))).isTrue();
    }

    @Test
    void aPathIsOneImageAlthoughItIsAListOfNames() throws IOException {
        Path file = Files.write(folder.resolve("mug.png"), PNG);

        assertThat(ImageBodies.isList(file)).isFalse();
        assertThat(ImageBodies.all(camel.exchange(file))).hasSize(1);
    }

    @Test
    void anEmptyListIsRefused() {
        assertThatThrownBy(() -> ImageBodies.all(camel.exchange(List.of())))
                .isInstanceOf(InvalidImageException.class)
                .hasMessage("The message body is an empty list: there is no image to upload");
    }

    @Test
    void aListWithSomethingElseInItIsRefused() {
        assertThatThrownBy(() -> ImageBodies.all(camel.exchange(List.of(PNG, new byte[0]))))
                .isInstanceOf(InvalidImageException.class);
    }

    @Test
    void anIteratorIsNoListSinceItCannotBeReadTwice() {
        assertThat(ImageBodies.isList(List.of(PNG).iterator())).isFalse();
    }
}
