// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.api.Point;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import io.github.camelbackgroundcut.support.StubbedService;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenSegmentUsageIT extends StubbedService {

    @BeforeEach
    void answer() {
        SERVICE.stubFor(post(urlEqualTo(TOKEN)).willReturn(okJson("{\"access_token\": \"eyJ.minted\"}")));
        SERVICE.stubFor(post(urlEqualTo(SEGMENT)).willReturn(okJson("{\"output_file_path\": \"shop/seg.jpg\"}")));
        SERVICE.stubFor(get(urlEqualTo(USAGE))
                .willReturn(okJson("{\"z\": 1, \"used\": {\"bytes\": 10000000000}, \"a\": [\"x\", null]}")));
    }

    @Test
    void mintsATokenForAllPathsByDefault() {
        Instant before = Instant.now();

        Exchange exchange = succeeded(send("backgroundcut:token", null, Map.of("Mine", "stays")));

        SERVICE.verify(
                1,
                postRequestedFor(urlEqualTo("/v3/auth/access-token/"))
                        .withHeader("Authorization", equalTo("Token test-key"))
                        .withRequestBody(equalToJson("{\"paths\": [\"*\"], \"expires_in\": 60}")));
        assertThat(exchange.getMessage().getBody()).isEqualTo("eyJ.minted");
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(BackgroundCutConstants.STATUS_CODE, 200)
                .containsEntry("Mine", "stays");
        Instant expiresAt =
                Instant.parse(exchange.getMessage().getHeader(BackgroundCutConstants.TOKEN_EXPIRES_AT, String.class));
        assertThat(expiresAt).isBetween(before.plusSeconds(60), Instant.now().plusSeconds(60));
    }

    @Test
    void mintsATokenForTheGivenPathsInTheirOrder() {
        succeeded(send("backgroundcut:token?paths=RAW(/v3/file-ops/upload/, /v3/files/*)&expiresIn=600", null));

        SERVICE.verify(postRequestedFor(urlEqualTo(TOKEN))
                .withRequestBody(
                        equalToJson("{\"paths\": [\"/v3/file-ops/upload/\", \"/v3/files/*\"], \"expires_in\": 600}")));
    }

    @Test
    void mintsATokenAnewForEachMessage() {
        succeeded(send("backgroundcut:token", null));
        succeeded(send("backgroundcut:token", null));

        assertThat(requests()).hasSize(2);
    }

    @Test
    void letsAMessageChangeATokensLifeButNotBeyondItsLimit() {
        succeeded(send("backgroundcut:token", null, Map.of(BackgroundCutConstants.EXPIRES_IN, 5)));
        failure(
                send("backgroundcut:token", null, Map.of(BackgroundCutConstants.EXPIRES_IN, 601)),
                InvalidInputException.class);

        assertThat(onlyRequest().getBodyAsString()).isEqualTo("{\"paths\":[\"*\"],\"expires_in\":5}");
    }

    @Test
    void segmentsWithAllPointsOfTheOptions() {
        Exchange exchange = succeeded(send(
                "backgroundcut:segment?foregroundPoints=120,80;300,200&backgroundPoints=1,2&outputFilePath=shop/s.jpg",
                "shop/mug.jpg"));

        SERVICE.verify(
                1,
                postRequestedFor(urlEqualTo("/v3/tools/ai/ai-cut/segment/"))
                        .withHeader("Authorization", equalTo("Token test-key"))
                        .withRequestBody(equalToJson("""
                        {
                          "input_file_path": "shop/mug.jpg",
                          "output_file_path": "shop/s.jpg",
                          "foreground_points": [{"x": 120, "y": 80}, {"x": 300, "y": 200}],
                          "background_points": [{"x": 1, "y": 2}]
                        }
                        """)));
        assertThat(exchange.getMessage().getBody()).isEqualTo("shop/seg.jpg");
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(BackgroundCutConstants.STATUS_CODE, 200)
                .containsEntry(BackgroundCutConstants.INPUT_FILE_PATH, "shop/mug.jpg")
                .containsEntry(BackgroundCutConstants.OUTPUT_FILE_PATHS, List.of("shop/seg.jpg"));
    }

    @Test
    void segmentsWithThePointsOfHeadersAndStoresBesideTheInput() {
        succeeded(send(
                "backgroundcut:segment",
                "shop/mug.jpeg",
                Map.of(BackgroundCutConstants.FOREGROUND_POINTS, List.of(new Point(7, 8)))));

        SERVICE.verify(postRequestedFor(urlEqualTo(SEGMENT)).withRequestBody(equalToJson("""
                {
                  "input_file_path": "shop/mug.jpeg",
                  "output_file_path": "shop/mug.jpg",
                  "foreground_points": [{"x": 7, "y": 8}],
                  "background_points": []
                }
                """)));
    }

    @Test
    void segmentsWithoutOverwritingItsInput() {
        succeeded(send("backgroundcut:segment?foregroundPoints=1,1", "shop/mug.jpg"));

        assertThat(onlyRequest().getBodyAsString()).contains("\"output_file_path\":\"shop/mug-cutout.jpg\"");
    }

    @Test
    void segmentsNothingWithoutAPointOfTheObject() {
        assertThat(failure(
                        send("backgroundcut:segment?backgroundPoints=1,1", "shop/mug.jpg"),
                        InvalidInputException.class))
                .hasMessage("No point of the object: set foregroundPoints or the header "
                        + "CamelBackgroundCutForegroundPoints");
        assertThat(requests()).isEmpty();
    }

    @Test
    void segmentsJpegOnly() {
        Exchange exchange = send("backgroundcut:segment?foregroundPoints=1,1", "shop/mug.png");

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The input path is 'shop/mug.png': segment works on .jpg and .jpeg only");
        assertThat(requests()).isEmpty();
    }

    @Test
    void handsTheUsageOnAsTheServiceWordsIt() {
        Exchange exchange = succeeded(send("backgroundcut:usage", null, Map.of("Mine", "stays")));

        SERVICE.verify(
                1,
                getRequestedFor(urlEqualTo("/v3/file-ops/usage/"))
                        .withHeader("Authorization", equalTo("Token test-key"))
                        .withoutHeader("Content-Type"));
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("z", 1);
        expected.put("used", Map.of("bytes", 10_000_000_000L));
        expected.put("a", Arrays.asList("x", null));
        assertThat(exchange.getMessage().getBody()).isEqualTo(expected);
        assertThat(exchange.getMessage().getBody().toString()).as("the order").isEqualTo(expected.toString());
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(BackgroundCutConstants.STATUS_CODE, 200)
                .containsEntry("Mine", "stays");
    }
}
