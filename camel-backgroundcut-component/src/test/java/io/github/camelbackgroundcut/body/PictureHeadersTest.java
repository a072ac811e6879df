// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.support.CamelExtension;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureHeadersTest {

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    private Message message;

    @BeforeEach
    void makeAMessage() {
        message = camel.exchange("the input").getMessage();
    }

    @Test
    void saysWhatTheNewBodyIs() {
        PictureHeaders.set(message, "shoes/mug.png", "image/png", 7);

        assertThat(message.getHeaders())
                .containsEntry(Exchange.FILE_NAME, "shoes/mug.png")
                .containsEntry(Exchange.CONTENT_TYPE, "image/png")
                .hasSize(2);
    }

    /** As {@code file:out?fileName=${file:onlyname}} reads them. */
    @Test
    void whatWasSaidOfTheFileFollowsTheNewName() {
        message.setHeader(Exchange.FILE_NAME, "shoes/mug.jpg");
        message.setHeader(Exchange.FILE_NAME_ONLY, "mug.jpg");
        message.setHeader(Exchange.FILE_LENGTH, 12_345L);
        message.setHeader(Exchange.FILE_CONTENT_TYPE, "image/jpeg");

        PictureHeaders.set(message, "shoes/mug.png", "image/png", 7);

        assertThat(message.getHeaders())
                .containsEntry(Exchange.FILE_NAME_ONLY, "mug.png")
                .containsEntry(Exchange.FILE_LENGTH, 7L)
                .containsEntry(Exchange.FILE_CONTENT_TYPE, "image/png");
    }

    @Test
    void theLengthIsTheNewBodys() {
        message.setHeader("content-length", "12345");

        PictureHeaders.set(message, "mug.png", "image/png", 7);

        assertThat(message.getHeader("Content-Length")).isEqualTo(7L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ETag",
                "etag",
                "Content-MD5",
                "Content-Disposition",
                "Content-Encoding",
                "Content-Range",
                "Last-Modified",
                "Digest",
                "Repr-Digest",
                "Transfer-Encoding"
            })
    void whatIsTrueOfTheFormerBodyOnlyIsGone(String header) {
        message.setHeader(header, "of the input");

        PictureHeaders.set(message, "mug.png", "image/png", 7);

        assertThat(message.getHeaders()).doesNotContainKey(header);
    }

    @Test
    void whatIsNotAboutTheBodyStays() {
        message.setHeader("X-Order", "4711");

        PictureHeaders.set(message, "mug.png", "image/png", 7);

        assertThat(message.getHeader("X-Order")).isEqualTo("4711");
    }

    @Test
    void severalResultsHaveNoTypeAndNoLengthInCommon() {
        message.setHeader(Exchange.CONTENT_TYPE, "image/jpeg");
        message.setHeader("Content-Length", 12_345);
        message.setHeader("ETag", "of the input");
        message.setHeader(Exchange.FILE_NAME, "mug.jpg");

        PictureHeaders.setForSeveral(message);

        assertThat(message.getHeaders()).containsOnlyKeys(Exchange.FILE_NAME);
    }
}
