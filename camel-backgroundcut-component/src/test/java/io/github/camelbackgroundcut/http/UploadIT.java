// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.api.error.InvalidImageException;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import io.github.camelbackgroundcut.api.error.ServiceUnavailableException;
import io.github.camelbackgroundcut.support.StubbedService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of an upload, byte by byte. */
class UploadIT extends StubbedService {

    private static final byte[] BYTES = "the picture's bytes".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @BeforeEach
    void answer() {
        stubUpload("shop/mug.jpg");
    }

    @Test
    void postsAFormWithThePathAndTheFile() {
        succeeded(send("backgroundcut:upload?uploadPath=shop", BYTES, Map.of("CamelFileName", "mug.jpg")));

        LoggedRequest request = onlyRequest();
        assertThat(request.getMethod().getName()).isEqualTo("POST");
        assertThat(request.getUrl()).isEqualTo("/v3/file-ops/upload/");
        assertThat(request.getHeader("Authorization")).isEqualTo("Token test-key");
        assertThat(form(request)).isEqualTo("""
                --BOUNDARY
                Content-Disposition: form-data; name="upload_path"

                shop
                --BOUNDARY
                Content-Disposition: form-data; name="files"; filename="mug.jpg"
                Content-Type: image/jpeg

                the picture's bytes
                --BOUNDARY--
                """);
    }

    @Test
    void uploadsToItsDefaultFolder() {
        succeeded(send("backgroundcut:upload", BYTES));

        assertThat(form(onlyRequest())).contains("name=\"upload_path\"\n\ncamel-backgroundcut\n");
    }

    @Test
    void writesTheFolderAsUtf8() {
        succeeded(send("backgroundcut:upload?uploadPath=RAW(grün/猫)", BYTES));

        assertThat(form(onlyRequest())).contains("name=\"upload_path\"\n\ngrün/猫\n");
    }

    @Test
    void saysNoCharsetOfTheForm() {
        succeeded(send("backgroundcut:upload", BYTES));

        assertThat(onlyRequest().getHeader("Content-Type")).matches("multipart/form-data; boundary=[-\\w.]+");
    }

    @ParameterizedTest
    @CsvSource({
        "grüne Tasse.jpg, grüne Tasse.jpg",
        "猫の写真.png, 猫の写真.png",
        "😀.png, 😀.png",
        "50%.png, 50%.png",
        "a;b=c.png, a;b=c.png",
        "shoes/red/mug.jpg, mug.jpg",
        "shoes\\mug.jpg, mug.jpg",
        "../../etc/passwd, passwd",
    })
    void writesFileNamesAsBrowsersDo(String header, String written) {
        succeeded(send("backgroundcut:upload", BYTES, Map.of("CamelFileName", header)));

        assertThat(form(onlyRequest()))
                .contains("Content-Disposition: form-data; name=\"files\"; filename=\"" + written + "\"\n");
    }

    @Test
    void escapesQuotesInFileNames() {
        succeeded(send("backgroundcut:upload", BYTES, Map.of("CamelFileName", "a \"mug\"\\\".jpg")));
        assertThat(form(onlyRequest())).contains("filename=\"%22.jpg\"\n");
    }

    @Test
    void letsNoFileNameAddALine() {
        succeeded(send("backgroundcut:upload", BYTES, Map.of("CamelFileName", "a\"\r\nX-Evil: 1\r\n\r\n.jpg")));

        assertThat(form(onlyRequest())).contains("filename=\"a%22__X-Evil: 1____.jpg\"\n");
    }

    @Test
    void uploadsSeveralFilesInOneCall() throws IOException {
        stubUpload("shop/one.png", "shop/two.jpg");
        Path one = Files.write(folder.resolve("one.png"), BYTES);
        Path two = Files.write(folder.resolve("two.jpg"), BYTES);

        Exchange exchange = succeeded(send("backgroundcut:upload?uploadPath=shop", List.of(one, two.toFile())));

        assertThat(form(onlyRequest())).isEqualTo("""
                --BOUNDARY
                Content-Disposition: form-data; name="upload_path"

                shop
                --BOUNDARY
                Content-Disposition: form-data; name="files"; filename="one.png"
                Content-Type: image/png

                the picture's bytes
                --BOUNDARY
                Content-Disposition: form-data; name="files"; filename="two.jpg"
                Content-Type: image/jpeg

                the picture's bytes
                --BOUNDARY--
                """);
        assertThat(exchange.getMessage().getBody()).isEqualTo(List.of("shop/one.png", "shop/two.jpg"));
    }

    @Test
    void saysTheLengthIfItIsKnown() {
        succeeded(send("backgroundcut:upload", BYTES));

        LoggedRequest request = onlyRequest();
        assertThat(request.getHeader("Content-Length")).isEqualTo(String.valueOf(request.getBody().length));
        assertThat(request.getHeader("Transfer-Encoding")).isNull();
    }

    @Test
    void saysTheLengthOfARawStreamToo() {
        succeeded(send("backgroundcut:upload", new ByteArrayInputStream(BYTES)));

        LoggedRequest request = onlyRequest();
        assertThat(request.getHeader("Content-Length")).isEqualTo(String.valueOf(request.getBody().length));
    }

    @Test
    void sendsInChunksIfTheLengthIsNotKnown() {
        succeeded(send("backgroundcut:upload", new LengthlessCache(BYTES)));

        LoggedRequest request = onlyRequest();
        assertThat(request.getHeader("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(request.getHeader("Content-Length")).isNull();
        assertThat(form(request)).contains("the picture's bytes");
    }

    @Test
    void sendsARawStreamWholeAgainWhenTheRouteTriesAgain() throws Exception {
        addRouteThatTriesTwice("true");

        succeeded(send("direct:in", new ByteArrayInputStream(BYTES)));

        assertThat(requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(form(request)).contains("the picture's bytes"));
    }

    /** Before it tries again, Camel restores the message as it was: with the stream, if it doesn't cache it. */
    @Test
    void sendsTheWholePictureAgainIfTheRouteCachesNoStreams() throws Exception {
        addRouteThatTriesTwice("false");

        succeeded(send("direct:in", new ByteArrayInputStream(BYTES)));

        assertThat(requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(new String(request.getBody(), StandardCharsets.ISO_8859_1))
                        .contains(new String(BYTES, StandardCharsets.ISO_8859_1)));
    }

    private void addRouteThatTriesTwice(String streamCache) throws Exception {
        SERVICE.stubFor(post(urlEqualTo(UPLOAD))
                .inScenario("attempts")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("second"));
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(ServiceUnavailableException.class)
                        .maximumRedeliveries(1)
                        .redeliveryDelay(1);
                from("direct:in").streamCache(streamCache).to("backgroundcut:upload");
            }
        });
    }

    @Test
    void answersWithThePath() {
        Exchange exchange =
                succeeded(send("backgroundcut:upload", BYTES, Map.of("CamelFileName", "mug.jpg", "Mine", "stays")));

        assertThat(exchange.getMessage().getBody()).isEqualTo("shop/mug.jpg");
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(BackgroundCutConstants.STATUS_CODE, 200)
                .containsEntry(BackgroundCutConstants.INPUT_FILE_PATH, "shop/mug.jpg")
                .containsEntry("CamelFileName", "mug.jpg")
                .containsEntry("Mine", "stays");
    }

    @Test
    void answersAListOfOneWithAListOfOne() {
        Exchange exchange = succeeded(send(
                "backgroundcut:upload",
                List.of(BYTES),
                Map.of(BackgroundCutConstants.INPUT_FILE_PATH, "stale/path.jpg")));

        assertThat(exchange.getMessage().getBody()).isEqualTo(List.of("shop/mug.jpg"));
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(BackgroundCutConstants.INPUT_FILE_PATH);
    }

    @Test
    void sendsNothingForABodyWithoutAnImage() {
        failure(send("backgroundcut:upload", new byte[0]), InvalidImageException.class);

        assertThat(requests()).isEmpty();
    }

    @Test
    void sendsNothingToAFolderThatLeadsElsewhere() {
        failure(
                send("backgroundcut:upload", BYTES, Map.of(BackgroundCutConstants.UPLOAD_PATH, "../x")),
                InvalidInputException.class);

        assertThat(requests()).isEmpty();
    }

    /** The body with its boundary named and its line ends as in this file. */
    private static String form(LoggedRequest request) {
        String contentType = request.getHeader("Content-Type");
        String boundary = contentType.substring(contentType.indexOf("boundary=") + "boundary=".length());
        return new String(request.getBody(), StandardCharsets.UTF_8)
                .replace(boundary, "BOUNDARY")
                .replace("\r\n", "\n");
    }
}
