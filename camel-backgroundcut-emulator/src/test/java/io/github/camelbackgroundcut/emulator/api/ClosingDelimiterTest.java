// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingDelimiterTest {

    private static final String BODY = "--x7\r\n\r\na\r\n--x7--";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=x7",
                "multipart/form-data; boundary=\"x7\"",
                "multipart/form-data; Boundary=x7; charset=utf-8",
                "multipart/form-data; charset=utf-8; boundary=x7 "
            })
    void theBoundaryIsReadFromTheContentType(String contentType) {
        ClosingDelimiter closing = ClosingDelimiter.of(contentType).orElseThrow();

        closing.add(Buffer.buffer(BODY));

        assertThat(closing.isReached()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\""})
    void aContentTypeMayLackABoundary(String contentType) {
        assertThat(ClosingDelimiter.of(contentType)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 100})
    void theDelimiterMayComeInPieces(int length) {
        assertThat(closingAfter(BODY + "\r\n", length).isReached()).isTrue();
    }

    @Test
    void aBodyThatEndsBeforeTheDelimiterIsWholeIsCutOff() {
        assertThat(closingAfter(BODY.substring(0, BODY.length() - 1), 100).isReached())
                .isFalse();
    }

    @Test
    void aDelimiterBeforeTheEndDoesNotCount() {
        assertThat(closingAfter(BODY + "\r\n--x7\r\nmore", 100).isReached()).isFalse();
    }

    @Test
    void anEmptyBodyIsCutOff() {
        assertThat(closingAfter("", 1).isReached()).isFalse();
    }

    private static ClosingDelimiter closingAfter(String body, int pieceLength) {
        ClosingDelimiter closing =
                ClosingDelimiter.of("multipart/form-data; boundary=x7").orElseThrow();
        for (int start = 0; start < body.length(); start += pieceLength) {
            closing.add(Buffer.buffer(body.substring(start, Math.min(body.length(), start + pieceLength))));
        }
        return closing;
    }
}
