// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.StubbedService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadIT extends StubbedService {

    private static final byte[] PNG = Pictures.png(8, 8);

    @Test
    void getsAFile() {
        stubDownload("shop/mug.png", "image/png", PNG);

        Exchange exchange = succeeded(send("backgroundcut:download", "shop/mug.png", Map.of("Mine", "stays")));

        LoggedRequest request = onlyRequest();
        assertThat(request.getMethod().getName()).isEqualTo("GET");
        assertThat(request.getHeader("Authorization")).isEqualTo("Token test-key");
        assertThat(request.getBody()).isEmpty();
        assertThat(exchange.getMessage().getBody()).isInstanceOf(StreamCache.class);
        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(PNG);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(BackgroundCutConstants.STATUS_CODE, 200)
                .containsEntry(BackgroundCutConstants.OUTPUT_FILE_PATHS, List.of("shop/mug.png"))
                .containsEntry(Exchange.CONTENT_TYPE, "image/png")
                .containsEntry(Exchange.FILE_NAME, "mug.png")
                .containsEntry("Mine", "stays");
    }

    @ParameterizedTest
    @CsvSource({
        "shop/two words.png, shop/two%20words.png",
        "grün/maß.png, gr%C3%BCn/ma%C3%9F.png",
        "写真/猫.png, %E5%86%99%E7%9C%9F/%E7%8C%AB.png",
        "a+b&c=d.png, a%2Bb%26c%3Dd.png",
        "100%25.png, 100%2525.png",
        "what?#1.png, what%3F%231.png",
        "%2e%2e/x.png, %252e%252e/x.png",
    })
    void encodesEachPartOfThePath(String path, String encoded) {
        stubDownload(encoded, "image/png", PNG);

        Exchange exchange = succeeded(send("backgroundcut:download", path));

        assertThat(onlyRequest().getUrl()).isEqualTo(FILES + encoded);
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME))
                .isEqualTo(path.substring(path.lastIndexOf('/') + 1));
    }

    @Test
    void takesThePathFromTheHeaderOfAProcessCall() {
        stubDownload("shop/mug.png", "image/png", PNG);

        succeeded(send(
                "backgroundcut:download",
                null,
                Map.of(BackgroundCutConstants.OUTPUT_FILE_PATHS, List.of("shop/mug.png"))));

        assertThat(onlyRequest().getUrl()).isEqualTo(FILES + "shop/mug.png");
    }

    @Test
    void refusesToChooseAmongSeveralPaths() {
        assertThat(failure(
                        send(
                                "backgroundcut:download",
                                null,
                                Map.of(BackgroundCutConstants.OUTPUT_FILE_PATHS, List.of("a.png", "b.png"))),
                        InvalidInputException.class))
                .hasMessageContaining("does not have exactly one path: [a.png, b.png]");
        assertThat(requests()).isEmpty();
    }

    @Test
    void refusesAMessageWithoutAPath() {
        assertThat(failure(send("backgroundcut:download", null), InvalidInputException.class))
                .hasMessage("No path: put it into the body or into the header CamelBackgroundCutOutputFilePaths");
    }

    @Test
    void believesTheFirstBytesMoreThanTheServersType() {
        stubDownload("mug.png", "application/octet-stream", PNG);

        assertThat(succeeded(send("backgroundcut:download", "mug.png"))
                        .getMessage()
                        .getHeader(Exchange.CONTENT_TYPE))
                .isEqualTo("image/png");
    }

    @Test
    void believesTheServersTypeOfOtherBytes() {
        stubDownload("note.txt", "text/plain", new byte[] {'h', 'i'});

        assertThat(succeeded(send("backgroundcut:download", "note.txt"))
                        .getMessage()
                        .getHeader(Exchange.CONTENT_TYPE))
                .isEqualTo("text/plain");
    }

    @Test
    void replacesAStaleLengthAndRemovesAStaleEncoding() {
        stubDownload("mug.png", "image/png", PNG);

        Exchange exchange = succeeded(
                send("backgroundcut:download", "mug.png", Map.of("Content-Length", 7, "Content-Encoding", "gzip")));

        assertThat(exchange.getMessage().getHeader("Content-Length", Integer.class))
                .isEqualTo(PNG.length);
        assertThat(exchange.getMessage().getHeader("Content-Encoding")).isNull();
    }

    @Test
    void addsNoLengthIfThereWasNone() {
        stubDownload("mug.png", "image/png", PNG);

        assertThat(succeeded(send("backgroundcut:download", "mug.png"))
                        .getMessage()
                        .getHeader("Content-Length"))
                .isNull();
    }

    @Test
    void asksForNoCompressionAndUndoesNone() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(PNG);
        }
        stubAll(aResponse().withHeader("Content-Encoding", "gzip").withBody(zipped.toByteArray()));

        Exchange exchange = succeeded(send("backgroundcut:download", "mug.png.gz"));

        assertThat(onlyRequest().getHeader("Accept-Encoding")).isNull();
        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(zipped.toByteArray());
    }
}
