// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.Cutout;
import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.body.ImageBodies;
import io.github.camelbackgroundcut.body.ImageBody;
import io.github.camelbackgroundcut.body.ImageSource;
import io.github.camelbackgroundcut.support.CamelExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CutoutTest {

    private static final byte[] BYTES = {1, 2, 3};

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    private final Cutout cutout = new Cutout(
            Optional.of("thumb"), "a/mug-thumb.webp", "mug-thumb.webp", OutputFormat.WEBP, ImageBody.of(BYTES));

    @Test
    void tellsItsMediaTypeAndLength() {
        assertThat(cutout.mediaType()).isEqualTo("image/webp");
        assertThat(cutout.length()).isEqualTo(3);
    }

    @Test
    void isConvertedToBytesAsOftenAsAsked() {
        Exchange exchange = camel.exchange(cutout);

        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(BYTES);
        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(BYTES);
    }

    @Test
    void isConvertedToAStreamFromItsStart() throws IOException {
        Exchange exchange = camel.exchange(cutout);
        exchange.getMessage().getBody(InputStream.class).readNBytes(2);

        assertThat(exchange.getMessage().getBody(InputStream.class).readAllBytes())
                .isEqualTo(BYTES);
    }

    /** A repository would keep the path of a temporary file, if it got a file. */
    @Test
    void isStoredAsItsBytes() {
        Exchange exchange = camel.exchange(cutout);

        assertThat(exchange.getMessage().getBody(Serializable.class)).isEqualTo(BYTES);
    }

    @Test
    void itsContentIsStoredAsBytesToo() {
        Exchange exchange = camel.exchange(cutout.content());

        assertThat(exchange.getMessage().getBody(Serializable.class)).isEqualTo(BYTES);
    }

    /** Behind a split of several results the headers still speak of the input. */
    @Test
    void isSentUnderItsOwnNameAndType() throws IOException {
        Exchange exchange = camel.exchange(cutout);
        exchange.getMessage().setHeader(Exchange.FILE_NAME, "mug.jpg");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "image/jpeg");

        ImageSource image = ImageBodies.one(exchange);

        assertThat(image.fileName()).isEqualTo("mug-thumb.webp");
        assertThat(image.mediaType()).isEqualTo("image/webp");
    }

    @Test
    void isSentUnderItsOwnNameAndTypeInAListToo() throws IOException {
        Exchange exchange = camel.exchange(List.of(cutout, cutout));

        assertThat(ImageBodies.all(exchange))
                .allSatisfy(image -> assertThat(image.fileName()).isEqualTo("mug-thumb.webp"))
                .allSatisfy(image -> assertThat(image.mediaType()).isEqualTo("image/webp"))
                .hasSize(2);
    }

    @Test
    void eachReaderHasAPositionOfItsOwn() throws IOException {
        Exchange exchange = camel.exchange(cutout);
        InputStream one = exchange.getMessage().getBody(InputStream.class);
        InputStream other = exchange.getMessage().getBody(InputStream.class);

        assertThat(one.read()).isEqualTo(1);
        assertThat(other.readAllBytes()).isEqualTo(BYTES);
        assertThat(one.readAllBytes()).isEqualTo(new byte[] {2, 3});
    }

    @Test
    void isAnImageThatCanBeSentAgain() throws IOException {
        ImageSource image = ImageBodies.one(camel.exchange(cutout));

        assertThat(image.length()).hasValue(3);
        assertThat(image.open().readAllBytes()).isEqualTo(BYTES);
        assertThat(image.open().readAllBytes()).isEqualTo(BYTES);
    }
}
