// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.Cutout;
import io.github.camelbackgroundcut.api.error.InvalidAnswerException;
import io.github.camelbackgroundcut.api.error.PathNotFoundException;
import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.StubbedService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Upload, process and download in one. */
class RemoveBackgroundIT extends StubbedService {

    private static final byte[] JPEG = Pictures.jpeg(16, 16);
    private static final byte[] PNG = Pictures.png(16, 16);
    private static final byte[] WEBP = Pictures.webpHead();

    @TempDir
    Path folder;

    @BeforeEach
    void answer() {
        stubStore();
    }

    @Test
    void uploadsProcessesAndDownloadsInThisOrder() {
        Exchange exchange = succeeded(send("backgroundcut:removeBackground", JPEG, Map.of("CamelFileName", "mug.jpg")));

        assertThat(requests())
                .extracting(request -> request.getMethod().getName(), LoggedRequest::getUrl)
                .containsExactly(
                        tuple("POST", UPLOAD),
                        tuple("POST", PROCESS),
                        tuple("GET", FILES + outputPaths(exchange).get(0)));
        assertThat(requests())
                .allMatch(request -> request.getHeader("Authorization").equals("Token test-key"));
    }

    @Test
    void givesTheCutoutAsAFileOfItsKind() {
        Exchange exchange = succeeded(send(
                "backgroundcut:removeBackground",
                JPEG,
                Map.of("CamelFileName", "shoes/mug.jpg", "Content-Type", "image/jpeg", "Mine", "stays")));

        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(PNG);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(Exchange.FILE_NAME, "shoes/mug.png")
                .containsEntry(Exchange.CONTENT_TYPE, "image/png")
                .containsEntry(BackgroundCutConstants.STATUS_CODE, 200)
                .containsEntry("Mine", "stays");
        assertThat(exchange.getMessage().getHeader(BackgroundCutConstants.INPUT_FILE_PATH, String.class))
                .matches("camel-backgroundcut/[0-9a-f]{32}/input/mug\\.jpg");
        assertThat(outputPaths(exchange))
                .singleElement(STRING)
                .matches("camel-backgroundcut/[0-9a-f]{32}/cutout\\.png");
    }

    @Test
    void replacesAStaleLengthAndRemovesAStaleEncoding() {
        Exchange exchange = succeeded(send(
                "backgroundcut:removeBackground", JPEG, Map.of("Content-Length", "7", "Content-Encoding", "gzip")));

        assertThat(exchange.getMessage().getHeader("Content-Length", Integer.class))
                .isEqualTo(PNG.length);
        assertThat(exchange.getMessage().getHeader("Content-Encoding")).isNull();
    }

    @Test
    void processesWhatTheUploadAnsweredIntoAFolderOfTheWork() throws Exception {
        succeeded(send(
                "backgroundcut:removeBackground?uploadPath=shop",
                JPEG,
                Map.of("CamelFileName", "shoes/grüne Tasse.jpg")));

        JsonNode process = new ObjectMapper().readTree(requests().get(1).getBody());
        assertThat(process.at("/input_file_path").asText()).matches("shop/[0-9a-f]{32}/input/grüne Tasse\\.jpg");
        assertThat(process.at("/output_variants/0/output_file_path").asText())
                .matches("shop/[0-9a-f]{32}/cutout\\.png");
    }

    @Test
    void uploadsBesideTheResultsAndNotAmongThem() {
        succeeded(send("backgroundcut:removeBackground?uploadPath=shop", PNG));

        assertThat(requests().get(0).getBodyAsString()).containsPattern("shop/[0-9a-f]{32}/input\r\n");
    }

    @Test
    void storesTheResultsOfTheSameWorkAtTheSamePlace() {
        Exchange first = succeeded(send("backgroundcut:removeBackground", JPEG, Map.of("CamelFileName", "mug.jpg")));
        Exchange second = succeeded(send("backgroundcut:removeBackground", JPEG, Map.of("CamelFileName", "cup.jpg")));
        Exchange nameless = succeeded(send("backgroundcut:removeBackground", JPEG));

        assertThat(outputPaths(second)).isEqualTo(outputPaths(first));
        assertThat(outputPaths(nameless)).isEqualTo(outputPaths(first));
        assertThat(second.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo("cup.png");
    }

    @Test
    void storesTheResultsOfOtherPicturesOfTheSameNameElsewhere() {
        Exchange first = succeeded(send("backgroundcut:removeBackground", JPEG, Map.of("CamelFileName", "mug.jpg")));
        Exchange second = succeeded(send("backgroundcut:removeBackground", PNG, Map.of("CamelFileName", "mug.jpg")));

        assertThat(outputPaths(second)).isNotEqualTo(outputPaths(first));
    }

    @Test
    void storesWhereTheOptionSays() {
        succeeded(send("backgroundcut:removeBackground?outputFilePath=shop/final.png", JPEG));

        assertThat(requests().get(1).getBodyAsString()).contains("\"output_file_path\":\"shop/final.png\"");
    }

    @Test
    void givesSeveralVariantsAsAListInTheirOrder() {
        Exchange exchange = succeeded(send(
                "backgroundcut:removeBackground?variant.large.quality=high&variant.thumb.format=webp",
                JPEG,
                Map.of("CamelFileName", "shoes/mug.jpg")));

        assertThat(exchange.getMessage().getBody())
                .asInstanceOf(InstanceOfAssertFactories.list(Cutout.class))
                .extracting(cutout -> cutout.variant().orElse(""), Cutout::fileName, Cutout::mediaType, Cutout::length)
                .containsExactly(
                        tuple("large", "shoes/mug-large.png", "image/png", (long) PNG.length),
                        tuple("thumb", "shoes/mug-thumb.webp", "image/webp", (long) WEBP.length));
        assertThat(exchange.getMessage().getBody())
                .asInstanceOf(InstanceOfAssertFactories.list(Cutout.class))
                .extracting(Cutout::path)
                .isEqualTo(outputPaths(exchange));
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo("shoes/mug.jpg");
    }

    @Test
    void givesOneNamedVariantAsAFile() {
        Exchange exchange = succeeded(send(
                "backgroundcut:removeBackground?variant.cut.format=png",
                JPEG,
                Map.of("CamelFileName", "shoes/mug.jpg")));

        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo("shoes/mug-cut.png");
        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(PNG);
    }

    @Test
    void letsASplitWriteVariantByVariant() throws Exception {
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("backgroundcut:removeBackground?variant.large.quality=high&variant.thumb.format=webp")
                        .split(body())
                        .to("file:" + folder + "?fileName=${body.fileName}");
            }
        });

        succeeded(send("direct:in", JPEG, Map.of("CamelFileName", "shoes/mug.jpg")));

        assertThat(folder.resolve("shoes/mug-large.png")).hasBinaryContent(PNG);
        assertThat(folder.resolve("shoes/mug-thumb.webp")).hasBinaryContent(WEBP);
    }

    @Test
    void refusesAnAnswerThatIsNotThePictureAskedFor() {
        stubFiles("<html>Welcome</html>".getBytes());

        Exchange exchange = send("backgroundcut:removeBackground", JPEG);

        assertThat(failure(exchange, InvalidAnswerException.class))
                .hasMessageContaining("The answer is not the requested image/png.")
                .hasMessageContaining("download");
        assertThat(exchange.getMessage().getBody()).isEqualTo(JPEG);
    }

    @Test
    void refusesAnotherFormatThanAskedFor() {
        stubFiles(PNG);

        failure(send("backgroundcut:removeBackground?format=webp", JPEG), InvalidAnswerException.class);
    }

    @Test
    void refusesAnEmptyPicture() {
        stubFiles(new byte[0]);

        failure(send("backgroundcut:removeBackground", JPEG), InvalidAnswerException.class);
    }

    @Test
    void leavesBodyAndNameAsTheyWereWhenAStepFails() {
        SERVICE.stubFor(get(urlMatching("/v3/files/.*")).willReturn(aResponse().withStatus(404)));

        Exchange exchange = send(
                "backgroundcut:removeBackground",
                JPEG,
                Map.of("CamelFileName", "mug.jpg", "Content-Type", "image/jpeg"));

        assertThat(failure(exchange, PathNotFoundException.class).getOperation())
                .isEqualTo("download");
        assertThat(exchange.getMessage().getBody()).isEqualTo(JPEG);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("CamelFileName", "mug.jpg")
                .containsEntry("Content-Type", "image/jpeg")
                .containsEntry(BackgroundCutConstants.STATUS_CODE, 404);
    }

    @Test
    void processesNothingWhenTheUploadFails() {
        SERVICE.stubFor(post(urlEqualTo(UPLOAD)).willReturn(aResponse().withStatus(413)));

        assertThat(send("backgroundcut:removeBackground", JPEG).getException()).isNotNull();

        assertThat(requests()).extracting(LoggedRequest::getUrl).containsExactly(UPLOAD);
    }

    @Test
    void overridesItsOptionsPerMessage() {
        Exchange exchange = succeeded(send(
                "backgroundcut:removeBackground",
                JPEG,
                Map.of("CamelFileName", "mug.jpg", BackgroundCutConstants.FORMAT, "webp")));

        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo("mug.webp");
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("image/webp");
    }

    private static void stubFiles(byte[] content) {
        SERVICE.stubFor(get(urlMatching(FILES + ".*")).willReturn(aResponse().withBody(content)));
    }

    @SuppressWarnings("unchecked")
    private static List<String> outputPaths(Exchange exchange) {
        return exchange.getMessage().getHeader(BackgroundCutConstants.OUTPUT_FILE_PATHS, List.class);
    }
}
