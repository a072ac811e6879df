// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.StubbedService;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers that override options, and none of which reaches the wire. */
class MessageHeadersIT extends StubbedService {

    private static final byte[] PNG = Pictures.png(8, 8);

    /** Secrets and other things that other components may have left in a message. */
    private static final Map<String, Object> ODD_HEADERS = Map.ofEntries(
            Map.entry("Authorization", "Bearer stolen"),
            Map.entry("Proxy-Authorization", "Basic stolen"),
            Map.entry("Cookie", "session=stolen"),
            Map.entry("X-Api-Key", "stolen"),
            Map.entry("X-Forwarded-For", "10.0.0.1"),
            Map.entry("Host", "stolen.example.com"),
            Map.entry("Content-Length", "3"),
            Map.entry("Content-Encoding", "gzip"),
            Map.entry("Transfer-Encoding", "chunked"),
            Map.entry("Accept-Encoding", "gzip"),
            Map.entry("Accept", "stolen/type"),
            Map.entry("User-Agent", "stolen"),
            Map.entry("Expect", "100-continue"),
            Map.entry("Connection", "close"),
            Map.entry("CamelHttpMethod", "DELETE"),
            Map.entry("CamelHttpUri", "http://stolen.example.com"),
            Map.entry("CamelHttpPath", "/stolen"),
            Map.entry("CamelHttpQuery", "stolen=1"),
            Map.entry("CamelHttpRawQuery", "stolen=1"),
            Map.entry("Mine", "stolen"));

    @BeforeEach
    void answer() {
        stubStore();
        SERVICE.stubFor(post(urlEqualTo(TOKEN)).willReturn(okJson("{\"access_token\": \"eyJ.minted\"}")));
        SERVICE.stubFor(get(urlEqualTo(USAGE)).willReturn(okJson("{}")));
    }

    @Test
    void noHeaderOfAMessageReachesTheWire() {
        succeeded(send("backgroundcut:removeBackground", PNG, ODD_HEADERS));
        succeeded(send("backgroundcut:usage", null, ODD_HEADERS));
        succeeded(send("backgroundcut:token", null, ODD_HEADERS));

        assertThat(requests()).hasSize(5).allSatisfy(request -> {
            assertThat(request.getHeaders().keys())
                    .isSubsetOf("Authorization", "Host", "User-Agent", "Connection", "Content-Type", "Content-Length");
            assertThat(request.getHeader("Authorization")).isEqualTo("Token " + API_KEY);
            assertThat(request.getHeader("User-Agent")).isEqualTo("camel-backgroundcut");
            assertThat(request.getHeaders().toString() + request.getUrl()).doesNotContain("stolen");
        });
    }

    @Test
    void theMessageKeepsItsHeaders() {
        Exchange exchange = succeeded(send("backgroundcut:usage", null, ODD_HEADERS));

        assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(ODD_HEADERS);
    }

    @ParameterizedTest
    @CsvSource({
        "OutputFilePath, x/y.png, output_file_path, '\"x/y.png\"'",
        "Format, webp, format, '\"webp\"'",
        "MaxResolution, 40000, max_resolution, 40000",
        "Quality, low, quality, '\"low\"'",
        "BackgroundColor, #00ff00, background_color, '\"#00ff00\"'",
        "OutputCompression, 7, output_compression, 7",
        "Autocrop, true, autocrop, true",
    })
    void aHeaderOverridesAnOptionForItsMessage(String option, String value, String field, String json) {
        succeeded(send("backgroundcut:process", "stored/mug.png", Map.of("CamelBackgroundCut" + option, value)));
        succeeded(send("backgroundcut:process", "stored/mug.png"));

        assertThat(requests().get(0).getBodyAsString()).contains('"' + field + "\":" + json);
        assertThat(requests().get(1).getBodyAsString()).doesNotContain('"' + field + "\":" + json);
    }

    @Test
    void aHeaderOverridesTheFolder() {
        succeeded(send("backgroundcut:upload", PNG, Map.of(BackgroundCutConstants.UPLOAD_PATH, "other/folder")));

        assertThat(requests().get(0).getBodyAsString()).contains("other/folder");
    }

    @Test
    void noHeaderChangesCredentialsAddressScopeOrPolicy() {
        Map<String, Object> headers = new HashMap<>();
        headers.put("CamelBackgroundCutApiKey", "stolen");
        headers.put("CamelBackgroundCutAccessToken", "stolen");
        headers.put("CamelBackgroundCutAccessTokenProvider", "#stolen");
        headers.put("CamelBackgroundCutBaseUrl", "http://stolen.example.com");
        headers.put("CamelBackgroundCutAllowInsecureBaseUrl", "true");
        headers.put("CamelBackgroundCutPaths", "stolen");
        headers.put("CamelBackgroundCutOperation", "stolen");
        headers.put("CamelBackgroundCutResponseTimeout", "0");
        headers.put("CamelBackgroundCutMaxRetries", "-1");
        headers.put("CamelBackgroundCutReuseOutputs", "stolen");

        succeeded(send("backgroundcut:token?paths=/v3/files/*", null, headers));

        assertThat(onlyRequest().getHeader("Authorization")).isEqualTo("Token " + API_KEY);
        assertThat(onlyRequest().getBodyAsString()).isEqualTo("{\"paths\":[\"/v3/files/*\"],\"expires_in\":60}");
    }

    @ParameterizedTest
    @CsvSource({
        "Format, gif, format is 'gif': use png",
        "MaxResolution, 12000001, maxResolution is 12000001: use 1 to 12000000 pixels in total",
        "Autocrop, perhaps, 'header CamelBackgroundCutAutocrop is ''perhaps'', which doesn''t fit the option autocrop'",
        "Variants, thumb, Variants must be a map of names to fields",
        "OutputFilePath, ../x.png, The option outputFilePath must be relative",
    })
    void aHeaderThatCannotBeUsedFailsBeforeAnythingIsSent(String option, String value, String sentence) {
        Exchange exchange = send("backgroundcut:removeBackground", PNG, Map.of("CamelBackgroundCut" + option, value));

        assertThat(failure(exchange, InvalidInputException.class)).hasMessageStartingWith(sentence);
        assertThat(requests()).isEmpty();
    }
}
