// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.dialect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.api.error.AuthenticationFailedException;
import io.github.camelbackgroundcut.api.error.InvalidAnswerException;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.ServiceDialect;
import io.github.camelbackgroundcut.support.StoredPictures;
import io.github.camelbackgroundcut.support.StubbedService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys dialect, word by word. */
class KeysDialectIT extends StubbedService {

    private static final byte[] BYTES = "the picture's bytes".getBytes(StandardCharsets.UTF_8);
    private static final byte[] JPEG = Pictures.jpeg(16, 16);

    @TempDir
    Path folder;

    @Override
    protected void configure(DefaultCamelContext context, BackgroundCutComponent component) {
        component.getConfiguration().setDialect("keys");
    }

    @BeforeEach
    void answer() {
        stubStore();
        STORE.speak(ServiceDialect.KEYS);
    }

    @Test
    void uploadsAFileUnderItsKey() {
        Exchange exchange =
                succeeded(send("backgroundcut:upload?uploadPath=shop", BYTES, Map.of("CamelFileName", "mug.jpg")));

        assertThat(form(onlyRequest())).isEqualTo("""
                --BOUNDARY
                Content-Disposition: form-data; name="key"

                shop/mug.jpg
                --BOUNDARY
                Content-Disposition: form-data; name="file"; filename="mug.jpg"
                Content-Type: image/jpeg

                the picture's bytes
                --BOUNDARY--
                """);
        assertThat(exchange.getMessage().getBody()).isEqualTo("shop/mug.jpg");
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(BackgroundCutConstants.STATUS_CODE, 200)
                .containsEntry(BackgroundCutConstants.INPUT_FILE_PATH, "shop/mug.jpg");
    }

    @Test
    void aKeyHasTheExtensionOfItsPicture() {
        assertThat(succeeded(send("backgroundcut:upload", JPEG, Map.of("CamelFileName", "mug")))
                        .getMessage()
                        .getBody())
                .isEqualTo("camel-backgroundcut/mug.jpg");
    }

    @Test
    void severalFilesAreSeveralCalls() throws Exception {
        Path one = Files.write(folder.resolve("one.png"), BYTES);
        Path two = Files.write(folder.resolve("two.jpg"), BYTES);

        Exchange exchange = succeeded(send("backgroundcut:upload?uploadPath=shop", List.of(one, two.toFile())));

        assertThat(requests()).hasSize(2);
        assertThat(exchange.getMessage().getBody()).isEqualTo(List.of("shop/one.png", "shop/two.jpg"));
    }

    @Test
    void whatIsStoredOfSeveralFilesIsNotSentAgain() throws Exception {
        Path one = Files.write(folder.resolve("one.png"), BYTES);
        Path two = Files.write(folder.resolve("two.jpg"), BYTES);
        SERVICE.stubFor(post(urlEqualTo(UPLOAD))
                .inScenario("the second fails")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("second")
                .willReturn(okJson("{\"success\": true}")));
        SERVICE.stubFor(post(urlEqualTo(UPLOAD))
                .inScenario("the second fails")
                .whenScenarioStateIs("second")
                .willSetStateTo("third")
                .willReturn(aResponse().withStatus(503)));

        succeeded(send("backgroundcut:upload?maxRetries=1&retryDelay=1", List.of(one, two)));

        assertThat(requests()).extracting(KeysDialectIT::form).satisfies(forms -> {
            assertThat(forms).hasSize(3);
            assertThat(forms.get(0)).contains("/one.png");
            assertThat(forms.get(1)).contains("/two.jpg");
            assertThat(forms.get(2)).contains("/two.jpg");
        });
    }

    @Test
    void twoFilesWithOneKeyAreRefusedBeforeAnythingIsSent() throws Exception {
        Path one = Files.write(folder.resolve("mug.png"), BYTES);
        Path other = Files.write(Files.createDirectory(folder.resolve("other")).resolve("mug.png"), BYTES);

        assertThat(failure(send("backgroundcut:upload", List.of(one, other)), InvalidInputException.class))
                .hasMessageStartingWith("Two files would be stored at camel-backgroundcut/mug.png");

        assertThat(requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"success\": false}", "{\"file_paths\": [\"shop/mug.jpg\"]}"})
    void anUploadMustSayThatItSucceeded(String answer) {
        SERVICE.stubFor(post(urlEqualTo(UPLOAD)).willReturn(okJson(answer)));

        assertThat(failure(send("backgroundcut:upload", BYTES), InvalidAnswerException.class))
                .hasMessageContaining("The answer lacks 'success'");
    }

    @Test
    void processesKeysIntoKeysWithAllSettings() throws Exception {
        Exchange exchange = succeeded(send(
                "backgroundcut:process?backgroundColor=ffffff&variant.a.format=webp&variant.b.autocrop=true",
                "shop/mug.jpg"));

        assertThat(new ObjectMapper().readTree(onlyRequest().getBody())).isEqualTo(new ObjectMapper().readTree("""
                {
                  "input_key": "shop/mug.jpg",
                  "output_variants": [
                    {"output_key": "shop/mug-a.webp", "format": "webp", "max_resolution": 12000000, "quality": "high",
                     "background_color": "#ffffff", "output_compression": 85, "autocrop": false},
                    {"output_key": "shop/mug-b.png", "format": "png", "max_resolution": 12000000, "quality": "high",
                     "background_color": "#ffffff", "output_compression": 85, "autocrop": true}
                  ]
                }
                """));
        assertThat(exchange.getMessage().getBody()).isEqualTo(List.of("shop/mug-a.webp", "shop/mug-b.png"));
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(BackgroundCutConstants.INPUT_FILE_PATH, "shop/mug.jpg")
                .containsEntry(BackgroundCutConstants.OUTPUT_FILE_PATHS, List.of("shop/mug-a.webp", "shop/mug-b.png"));
    }

    @Test
    void anAnswerInTheOtherDialectIsNoneAndMayHaveBeenCharged() {
        stubProcess("shop/mug.png");

        InvalidAnswerException failure =
                failure(send("backgroundcut:process", "shop/mug.jpg"), InvalidAnswerException.class);

        assertThat(failure).hasMessageContaining("lacks 'output_keys'");
        assertThat(failure.mayHaveBeenCharged()).isTrue();
    }

    @Test
    void segmentsKeysIntoKeys() throws Exception {
        SERVICE.stubFor(post(urlEqualTo(SEGMENT)).willReturn(okJson("{\"output_key\": \"shop/mug-cutout.jpg\"}")));

        Exchange exchange =
                succeeded(send("backgroundcut:segment?foregroundPoints=1,2&backgroundPoints=3,4", "shop/mug.jpg"));

        assertThat(new ObjectMapper().readTree(onlyRequest().getBody())).isEqualTo(new ObjectMapper().readTree("""
                {"input_key": "shop/mug.jpg", "output_key": "shop/mug-cutout.jpg",
                 "foreground_points": [{"x": 1, "y": 2}], "background_points": [{"x": 3, "y": 4}]}
                """));
        assertThat(exchange.getMessage().getBody()).isEqualTo("shop/mug-cutout.jpg");
    }

    @Test
    void asksForAPublicUrlWithTheCredential() {
        Exchange exchange = succeeded(send("backgroundcut:publicUrl", "shop/two words.png"));

        LoggedRequest request = onlyRequest();
        assertThat(request.getUrl()).isEqualTo("/v3/file-ops/get-public-url/");
        assertThat(request.getBodyAsString()).isEqualTo("{\"key\":\"shop/two words.png\"}");
        assertThat(request.getHeader("Authorization")).isEqualTo("Token test-key");
        assertThat(exchange.getMessage().getBody(String.class))
                .startsWith("http://127.0.0.1:")
                .endsWith("/bucket/shop/two%20words.png?signature=SECRET%2B0&expires=60");
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(BackgroundCutConstants.STATUS_CODE, 200)
                .containsEntry(BackgroundCutConstants.OUTPUT_FILE_PATHS, List.of("shop/two words.png"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void aWholeWayGoesByKeys(boolean synchronous) {
        Exchange exchange = succeeded(send(
                "backgroundcut:removeBackground?synchronous=" + synchronous,
                JPEG,
                Map.of("CamelFileName", "shoes/mug.jpg")));

        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(Pictures.png(16, 16));
        assertThat(exchange.getMessage().getHeader("CamelFileName")).isEqualTo("shoes/mug.png");
        assertThat(exchange.getMessage().getHeader(BackgroundCutConstants.INPUT_FILE_PATH, String.class))
                .matches("camel-backgroundcut/[0-9a-f]{32}/input/mug\\.jpg");
        assertThat(requests())
                .extracting(request -> request.getUrl().replaceAll("\\?.*", "?"))
                .containsExactly(
                        UPLOAD,
                        PROCESS,
                        StoredPictures.PUBLIC_URL,
                        StoredPictures.BUCKET
                                + STORE.charges().keySet().iterator().next() + "?");
    }

    static Stream<ResponseDefinitionBuilder> passingFaults() {
        return Stream.of(
                aResponse().withStatus(429).withHeader("Retry-After", "0"),
                aResponse().withStatus(503),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
                aResponse().withBody("<html>"),
                okJson("{}"));
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void aPublicUrlThatIsNotGivenIsAskedForAgain(ResponseDefinitionBuilder fault) {
        stubFirst(fault);

        succeeded(send("backgroundcut:removeBackground?maxRetries=1&retryDelay=1", JPEG));

        assertThat(requests()).hasSize(5);
        assertThat(STORE.charges().values()).containsExactly(1);
    }

    /** Another region may have answered. */
    @Test
    void aResultThatIsNotFoundBeforeItsUrlIsLookedForAgain() {
        stubFirst(aResponse().withStatus(404));

        succeeded(send("backgroundcut:removeBackground", JPEG));

        assertThat(STORE.charges().values()).containsExactly(1);
    }

    private static void stubFirst(ResponseDefinitionBuilder answer) {
        SERVICE.stubFor(post(urlEqualTo(StoredPictures.PUBLIC_URL))
                .inScenario("first")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("later")
                .willReturn(answer));
    }

    @Test
    void aTokenThatIsNotForPublicUrlsIsToldWhatItLacks() {
        SERVICE.stubFor(post(urlEqualTo(StoredPictures.PUBLIC_URL))
                .willReturn(aResponse().withStatus(401)));

        assertThat(failure(send("backgroundcut:download", "shop/mug.png"), AuthenticationFailedException.class))
                .hasMessageContaining("In the dialect keys, downloads need a token for /v3/file-ops/get-public-url/.");
    }

    @ParameterizedTest
    @CsvSource({
        "backgroundcut:publicUrl?dialect=paths, publicUrl doesn't go with dialect=paths",
        "backgroundcut:upload?dialect=v4, 'dialect is ''v4'': use auto, paths or keys'",
    })
    void whatCannotWorkFailsWhenTheRouteStarts(String uri, String message) {
        assertThatThrownBy(() -> camel.context().getEndpoint(uri).start()).hasMessageContaining(message);
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
