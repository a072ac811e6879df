// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.api.error.InvalidAnswerException;
import io.github.camelbackgroundcut.support.RawServer;
import io.github.camelbackgroundcut.support.StubbedService;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A successful status with an answer that can't be used. */
class InvalidAnswersIT extends StubbedService {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | The answer is not a JSON object.",
                "<html>Welcome</html> | The answer is not JSON.",
                "{\"output_file_paths\": [\"a.png\"] | The answer is not JSON.",
                "[\"a.png\"] | The answer is not a JSON object.",
                "\"a.png\" | The answer is not a JSON object.",
                "null | The answer is not a JSON object.",
                "{} | The answer lacks 'output_file_paths', or it is of another type.",
                "{\"output_file_paths\": null} | The answer lacks 'output_file_paths', or it is of another type.",
                "{\"output_file_paths\": \"a.png\"} | The answer lacks 'output_file_paths', or it is of another type.",
                "{\"output_file_paths\": [1]} | The answer lacks 'output_file_paths', or it is of another type.",
                "{\"output_file_paths\": [\"\"]} | The answer lacks 'output_file_paths', or it is of another type.",
                "{\"output_file_paths\": []} | The answer has 0 entries in 'output_file_paths' instead of 1.",
                "{\"output_file_paths\": [\"a.png\", \"b.png\"]} | The answer has 2 entries in 'output_file_paths' instead of 1.",
            })
    void aProcessAnswerMustListOnePathForEachVariant(String body, String sentence) {
        stubAll(okJson(body));

        Exchange exchange = send("backgroundcut:process", "shop/mug.jpg");

        InvalidAnswerException error = failure(exchange, InvalidAnswerException.class);
        assertThat(error.getMessage()).contains(sentence, "The work may have been done and charged.");
        assertThat(error.getStatusCode()).isEqualTo(200);
        assertThat(error.isRetryable()).isFalse();
        assertThat(exchange.getMessage().getBody()).isEqualTo("shop/mug.jpg");
    }

    /** Jackson takes them for an encoding that it can't read, and throws what a broken connection would. */
    @Test
    void bytesThatAreNoTextAreNoLostAnswer() {
        stubAll(aResponse().withBody(new byte[] {0, 0, 'A', 0}));

        Exchange exchange = send("backgroundcut:process", "shop/mug.jpg");

        assertThat(failure(exchange, InvalidAnswerException.class).getMessage()).contains("The answer is not JSON.");
    }

    @Test
    void theAnswersBeginningIsQuoted() {
        stubAll(okJson("<html>" + "x".repeat(10_000)));

        InvalidAnswerException error = failure(send("backgroundcut:usage", null), InvalidAnswerException.class);

        assertThat(error.getMessage()).contains("The service says: <html>xxx").hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"file_paths\": \"a.jpg\"}",
                "{\"file_paths\": [\"a.jpg\"]}",
                "{\"file_paths\": [\"a.jpg\", 2]}",
                "{\"file_paths\": [\"a.jpg\", \"b.jpg\", \"c.jpg\"]}"
            })
    void anUploadAnswerMustListOnePathForEachFile(String body) {
        stubAll(okJson(body));

        InvalidAnswerException error = failure(
                send("backgroundcut:upload", List.of(new byte[] {1}, new byte[] {2})), InvalidAnswerException.class);

        assertThat(error.getMessage()).contains("'file_paths'").doesNotContain("charged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"output_file_path\": [\"a.jpg\"]}", "{\"output_file_path\": \" \"}"})
    void aSegmentAnswerMustNameItsPath(String body) {
        stubAll(okJson(body));

        assertThat(failure(
                        send("backgroundcut:segment?foregroundPoints=1,1", "shop/mug.jpg"),
                        InvalidAnswerException.class))
                .hasMessageContaining("'output_file_path'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_tokens\": \"eyJ.secret\"}",
                "{\"access_token\": [\"eyJ.secret\"]}",
                "[\"eyJ.secret\"]",
                "eyJ.secret",
                "\"eyJ.secret\""
            })
    void aTokenIsNeverQuoted(String body) {
        stubAll(okJson(body));

        InvalidAnswerException error = failure(send("backgroundcut:token", null), InvalidAnswerException.class);

        assertThat(error.getMessage()).doesNotContain("eyJ");
        assertThat(error.getResponseBody()).doesNotContain("eyJ");
        assertThat(error).hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"x\"", "7", "not json"})
    void aUsageAnswerMustBeAnObject(String body) {
        stubAll(okJson(body));

        failure(send("backgroundcut:usage", null), InvalidAnswerException.class);
    }

    @Test
    void anAnswerOfAMegabyteIsReadAndALargerOneIsNot() {
        String frame = "{\"x\": \"\"}";
        stubAll(okJson(frame.replace("\"\"", '"' + "x".repeat(1024 * 1024 - frame.length()) + '"')));
        succeeded(send("backgroundcut:usage", null));

        stubAll(okJson(frame.replace("\"\"", '"' + "x".repeat(1024 * 1024 - frame.length() + 1) + '"')));
        assertThat(failure(send("backgroundcut:usage", null), InvalidAnswerException.class))
                .hasMessageContaining("The answer has more than 1048576 bytes.");
    }

    @Test
    void ofAnAnswerThatIsTooLongTheRestIsNotRead() throws Exception {
        long length = 400_000_000;
        CompletableFuture<Long> written = new CompletableFuture<>();
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket.getInputStream());
            written.complete(RawServer.writeLongAnswer(socket, "200 OK", length));
        })) {
            failure(send("backgroundcut:usage?baseUrl=" + server.baseUrl(), null), InvalidAnswerException.class);

            assertThat(written.get(60, TimeUnit.SECONDS)).isLessThan(length / 4);
        }
    }

    @Test
    void anAnswerWithoutABodyIsNone() {
        stubAll(aResponse().withStatus(204));

        failure(send("backgroundcut:usage", null), InvalidAnswerException.class);
    }

    @Test
    void anUnknownFieldIsNoFault() {
        stubAll(okJson("{\"output_file_paths\": [\"shop/a.png\"], \"credits_left\": 7}"));

        succeeded(send("backgroundcut:process", "shop/mug.jpg"));
    }

    @Test
    void theTypeOfTheAnswerDoesNotMatter() {
        stubAll(aResponse()
                .withHeader("Content-Type", "text/html")
                .withBody("{\"output_file_paths\": [\"shop/a.png\"]}"));

        succeeded(send("backgroundcut:process", "shop/mug.jpg"));
    }
}
