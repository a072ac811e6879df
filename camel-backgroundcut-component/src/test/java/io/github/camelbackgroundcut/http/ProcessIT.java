// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.api.Quality;
import io.github.camelbackgroundcut.api.VariantSettings;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import io.github.camelbackgroundcut.support.StubbedService;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessIT extends StubbedService {

    @Test
    void postsTheDefaults() {
        stubProcess("shop/mug.png");

        Exchange exchange = succeeded(send("backgroundcut:process", "shop/mug.jpg", Map.of("Mine", "stays")));

        SERVICE.verify(
                1,
                postRequestedFor(urlEqualTo("/v3/tools/ai/remove-bg/process/"))
                        .withHeader("Authorization", equalTo("Token test-key"))
                        .withHeader("Content-Type", equalTo("application/json; charset=UTF-8"))
                        .withRequestBody(equalToJson("""
                        {
                          "input_file_path": "shop/mug.jpg",
                          "output_variants": [{
                            "output_file_path": "shop/mug.png",
                            "format": "png",
                            "max_resolution": 12000000,
                            "quality": "high",
                            "output_compression": 85,
                            "autocrop": false
                          }]
                        }
                        """)));
        assertThat(exchange.getMessage().getBody()).isEqualTo("shop/mug.png");
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(BackgroundCutConstants.STATUS_CODE, 200)
                .containsEntry(BackgroundCutConstants.INPUT_FILE_PATH, "shop/mug.jpg")
                .containsEntry(BackgroundCutConstants.OUTPUT_FILE_PATHS, List.of("shop/mug.png"))
                .containsEntry("Mine", "stays");
    }

    @Test
    void postsEachOption() {
        stubProcess("x/y.jpg");

        succeeded(send(
                "backgroundcut:process?outputFilePath=x/y.jpg&format=jpeg&maxResolution=40000&quality=low"
                        + "&backgroundColor=00ff00&outputCompression=70&autocrop=true",
                "shop/mug.jpg"));

        verifyBody("""
                {
                  "input_file_path": "shop/mug.jpg",
                  "output_variants": [{
                    "output_file_path": "x/y.jpg",
                    "format": "jpeg",
                    "max_resolution": 40000,
                    "quality": "low",
                    "background_color": "#00ff00",
                    "output_compression": 70,
                    "autocrop": true
                  }]
                }
                """);
    }

    @Test
    void postsSeveralVariantsInOneCall() {
        stubProcess("shop/mug-large.png", "shop/mug-thumb.webp");

        Exchange exchange = succeeded(send(
                "backgroundcut:process?quality=medium&variant.large.autocrop=true"
                        + "&variant.thumb.format=webp&variant.thumb.maxResolution=40000",
                "shop/mug.jpg"));

        verifyBody("""
                {
                  "input_file_path": "shop/mug.jpg",
                  "output_variants": [{
                    "output_file_path": "shop/mug-large.png",
                    "format": "png",
                    "max_resolution": 12000000,
                    "quality": "medium",
                    "output_compression": 85,
                    "autocrop": true
                  }, {
                    "output_file_path": "shop/mug-thumb.webp",
                    "format": "webp",
                    "max_resolution": 40000,
                    "quality": "medium",
                    "output_compression": 85,
                    "autocrop": false
                  }]
                }
                """);
        assertThat(exchange.getMessage().getBody()).isEqualTo(List.of("shop/mug-large.png", "shop/mug-thumb.webp"));
        assertThat(exchange.getMessage().getHeader(BackgroundCutConstants.OUTPUT_FILE_PATHS))
                .isEqualTo(List.of("shop/mug-large.png", "shop/mug-thumb.webp"));
    }

    @Test
    void takesVariantsFromAHeader() {
        stubProcess("shop/mug-b.png", "shop/mug-a.webp");
        Map<String, Object> variants = new LinkedHashMap<>();
        variants.put("b", Map.of("quality", "low"));
        variants.put("a", new VariantSettings(OutputFormat.WEBP, 9, Quality.MEDIUM, Optional.of("#123456"), 3, true));

        succeeded(send(
                "backgroundcut:process?variant.large.autocrop=true",
                "shop/mug.jpg",
                Map.of(BackgroundCutConstants.VARIANTS, variants)));

        verifyBody("""
                {
                  "input_file_path": "shop/mug.jpg",
                  "output_variants": [{
                    "output_file_path": "shop/mug-b.png",
                    "format": "png",
                    "max_resolution": 12000000,
                    "quality": "low",
                    "output_compression": 85,
                    "autocrop": false
                  }, {
                    "output_file_path": "shop/mug-a.webp",
                    "format": "webp",
                    "max_resolution": 9,
                    "quality": "medium",
                    "background_color": "#123456",
                    "output_compression": 3,
                    "autocrop": true
                  }]
                }
                """);
    }

    @Test
    void takesThePathFromTheHeaderIfTheBodyIsNoText() {
        stubProcess("shop/mug.png");

        succeeded(send(
                "backgroundcut:process",
                new File("picture.jpg"),
                Map.of(BackgroundCutConstants.INPUT_FILE_PATH, "shop/mug.jpg")));

        assertThat(onlyRequest().getBodyAsString()).contains("\"input_file_path\":\"shop/mug.jpg\"");
    }

    @Test
    void takesThePathFromTheBodyBeforeTheHeader() {
        stubProcess("shop/mug.png");

        succeeded(send(
                "backgroundcut:process",
                " shop/body.jpg\n",
                Map.of(BackgroundCutConstants.INPUT_FILE_PATH, "shop/header.jpg")));

        assertThat(onlyRequest().getBodyAsString()).contains("\"input_file_path\":\"shop/body.jpg\"");
    }

    @Test
    void takesThePathFromAListOfOne() {
        stubProcess("shop/mug.png");

        succeeded(send("backgroundcut:process", List.of("shop/mug.jpg")));

        assertThat(onlyRequest().getBodyAsString()).contains("\"input_file_path\":\"shop/mug.jpg\"");
    }

    /** As an upload of several images leaves them. */
    @Test
    void refusesToChooseAmongSeveralPaths() {
        assertThat(failure(send("backgroundcut:process", List.of("a.jpg", "b.jpg")), InvalidInputException.class))
                .hasMessageContaining("The message body does not have exactly one path: [a.jpg, b.jpg]");
        assertThat(requests()).isEmpty();
    }

    @Test
    void takesThePathFromBytes() {
        stubProcess("shop/mug.png");

        succeeded(send("backgroundcut:process", "shop/mug.jpg\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(onlyRequest().getBodyAsString()).contains("\"input_file_path\":\"shop/mug.jpg\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 2000})
    void saysThatAnImageIsNoPath(int size) {
        byte[] heic = Arrays.copyOf("\0\0\0\030ftypheic".getBytes(StandardCharsets.ISO_8859_1), size);

        for (Object body : List.of(heic, new ByteArrayInputStream(heic))) {
            assertThat(failure(send("backgroundcut:process", body), InvalidInputException.class))
                    .hasMessage("The message body is an image, or other data, but no path:"
                            + " upload it first, with backgroundcut:upload");
        }
    }

    @Test
    void neverTakesAFilesContentForAPath() {
        failure(send("backgroundcut:process", new File("pom.xml")), InvalidInputException.class);

        assertThat(requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../mug.jpg", "/mug.jpg", "a\\b.jpg", "a//b.jpg", "a\nb.jpg"})
    void sendsNothingForAPathThatCannotBeOne(String path) {
        failure(send("backgroundcut:process", path), InvalidInputException.class);

        assertThat(requests()).isEmpty();
    }

    @Test
    void sendsNothingForVariantsThatWouldOverwriteEachOther() {
        Exchange exchange = send(
                "backgroundcut:process?variant.a.outputFilePath=x.png&variant.b.outputFilePath=x.png", "shop/mug.jpg");

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x.png");
        assertThat(requests()).isEmpty();
    }

    private static void verifyBody(String json) {
        SERVICE.verify(1, postRequestedFor(urlEqualTo(PROCESS)).withRequestBody(equalToJson(json)));
    }
}
