// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.api.Quality;
import io.github.camelbackgroundcut.api.VariantSettings;
import io.github.camelbackgroundcut.options.OptionChecks;
import io.github.camelbackgroundcut.support.CamelExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of an endpoint's options at its start. */
class OptionChecksTest {

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    @ParameterizedTest
    @EnumSource(BackgroundCutOperation.class)
    void eachOperationStartsWithAnApiKeyAlone(BackgroundCutOperation operation) {
        assertStarts("backgroundcut:" + operation + "?apiKey=key");
    }

    @ParameterizedTest
    @EnumSource(BackgroundCutOperation.class)
    void noOperationStartsWithoutACredential(BackgroundCutOperation operation) {
        assertFails("backgroundcut:" + operation)
                .isEqualTo("No credential: set one of apiKey, accessToken and accessTokenProvider, "
                        + "on the endpoint or as camel.component.backgroundcut.api-key");
    }

    @Test
    void aRouteDoesNotStartWithoutACredential() {
        assertThatThrownBy(() -> camel.context().addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:in").to("backgroundcut:usage");
                    }
                }))
                .hasRootCauseMessage("No credential: set one of apiKey, accessToken and accessTokenProvider, "
                        + "on the endpoint or as camel.component.backgroundcut.api-key");
    }

    @Test
    void twoCredentialsAreRefused() {
        assertFails("backgroundcut:usage?apiKey=key&accessToken=token")
                .isEqualTo("More than one credential: keep exactly one of apiKey, accessToken and accessTokenProvider");
    }

    @Test
    void aTokenAndAProviderAreRefused() {
        bindProvider();

        assertFails("backgroundcut:usage?accessTokenProvider=#tokens&accessToken=token")
                .startsWith("More than one credential");
    }

    @Test
    void anAccessTokenIsEnough() {
        assertStarts("backgroundcut:download?accessToken=eyJ.a.b");
    }

    @Test
    void aProviderIsEnough() {
        bindProvider();

        assertStarts("backgroundcut:download?accessTokenProvider=#tokens");
    }

    @Test
    void aKeyThatCannotStandInAHeaderIsRefusedWithoutRepeatingIt() {
        assertFails("backgroundcut:usage?apiKey=RAW(leak me)")
                .startsWith("The API key must be printable ASCII")
                .doesNotContain("leak");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apiKey", "accessToken"})
    void aPlaceholderThatWasNotReplacedIsRefused(String option) {
        BackgroundCutConfiguration options = new BackgroundCutConfiguration();
        for (String placeholder : List.of("${BACKGROUNDCUT_API_KEY}", " {{env:BACKGROUNDCUT_API_KEY}} ")) {
            options.setApiKey(option.equals("apiKey") ? placeholder : null);
            options.setAccessToken(option.equals("accessToken") ? placeholder : null);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OptionChecks.check(BackgroundCutOperation.usage, options, camel.context()))
                    .withMessage(option + " is the placeholder " + placeholder.strip()
                            + ", which has no value: set the environment variable or the property that it names");
        }
    }

    /** As in a properties file, whose quotes are part of the value. */
    @Test
    void aPlaceholderInQuotesIsRefused() {
        assertFails("backgroundcut:usage?apiKey=RAW('${BACKGROUNDCUT_API_KEY}')")
                .startsWith("apiKey is the placeholder ${BACKGROUNDCUT_API_KEY}, which has no value");
    }

    @Test
    void aMisspeltOptionNamesTheNearestOne() {
        assertFails("backgroundcut:removeBackground?apiKey=key&fromat=webp")
                .isEqualTo("There is no option 'fromat': did you mean 'format'?");
    }

    @Test
    void anOptionThatIsLikeNoOtherIsLeftToCamel() {
        assertFails("backgroundcut:removeBackground?apiKey=key&colourful=true")
                .contains("Unknown parameters=[{colourful=true}]");
    }

    @Test
    void aKeyWithAPlaceholderInItIsAKey() {
        assertStarts("backgroundcut:usage?apiKey=RAW(ab${c}d)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apiKey", "accessToken"})
    void anEmptyCredentialIsRefused(String option) {
        assertFails("backgroundcut:usage?" + option + "=")
                .isEqualTo(option + " is empty: set the environment variable or the property that it comes from");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com",
                "https://api.example.com/",
                "https://api.example.com:8443/proxied/path",
                "HTTPS://api.example.com",
                "http://localhost",
                "http://LOCALHOST:8080",
                "http://127.0.0.1:8080",
                "http://127.1.2.3",
                "http://[::1]:8080",
                "http://[0:0:0:0:0:0:0:1]"
            })
    void aSafeBaseUrlIsAccepted(String baseUrl) {
        assertStarts("backgroundcut:usage?apiKey=key&baseUrl=RAW(" + baseUrl + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.backgroundcut.co",
                "http://10.0.0.1",
                "http://0.0.0.0",
                "http://localhost.example.com",
                "http://127.0.0.1.example.com",
                "http://1270.0.0.1.example.com",
                "http://[::2]",
                "http://[::ffff:10.0.0.1]"
            })
    void aCredentialInClearTextToAnotherHostIsRefused(String baseUrl) {
        assertFails("backgroundcut:usage?apiKey=key&baseUrl=RAW(" + baseUrl + ")")
                .isEqualTo("baseUrl is " + baseUrl + ": the credential would be sent unencrypted. "
                        + "Use https, or set allowInsecureBaseUrl=true for a trusted network");
    }

    @Test
    void aCredentialInClearTextIsAcceptedByAnOption() {
        assertStarts("backgroundcut:usage?apiKey=key&baseUrl=http://intranet:8080&allowInsecureBaseUrl=true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.backgroundcut.co",
                "ftp://api.backgroundcut.co",
                "file:///etc/passwd",
                "https:api.backgroundcut.co",
                "https://user:secret@api.backgroundcut.co",
                "https://api.backgroundcut.co?x=1",
                "https://api.backgroundcut.co#x",
                "/v3"
            })
    void aBaseUrlThatIsNoneIsRefused(String baseUrl) {
        assertFails("backgroundcut:usage?apiKey=key&baseUrl=RAW(" + baseUrl + ")")
                .isEqualTo("baseUrl must be an http or https address without user, query and fragment, such as "
                        + "https://api.backgroundcut.co");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a b", "https://", "https://[::1"})
    void aBaseUrlThatIsNoUriIsRefused(String baseUrl) {
        assertFails("backgroundcut:usage?apiKey=key&baseUrl=RAW(" + baseUrl + ")")
                .startsWith("baseUrl is not an address: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 600})
    void aTokenMayLiveTenMinutes(int expiresIn) {
        assertStarts("backgroundcut:token?apiKey=key&expiresIn=" + expiresIn);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 601})
    void aTokenMayNotLiveLongerOrNotAtAll(int expiresIn) {
        assertFails("backgroundcut:token?apiKey=key&expiresIn=" + expiresIn)
                .isEqualTo("expiresIn is " + expiresIn + ": use 1 to 600 seconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , ,"})
    void aTokenForNoPathsIsRefused(String paths) {
        assertFails("backgroundcut:token?apiKey=key&paths=RAW(" + paths + ")")
                .isEqualTo("paths is empty: set the paths that the token is valid for, or use *");
    }

    @Test
    void aTokenCannotMintATokens() {
        assertFails("backgroundcut:token?accessToken=token")
                .isEqualTo("Only an API key mints tokens: set apiKey for backgroundcut:token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "removeBackground"})
    void anUploadPathThatLeadsElsewhereIsRefused(String operation) {
        assertFails("backgroundcut:" + operation + "?apiKey=key&uploadPath=../shared")
                .isEqualTo("The option uploadPath must be relative, without empty parts, '.' and '..': ../shared");
    }

    @Test
    void anOperationDoesNotMindOptionsThatItDoesNotRead() {
        assertStarts("backgroundcut:usage?apiKey=key&uploadPath=../shared&format=gif&expiresIn=0");
    }

    @ParameterizedTest
    @CsvSource({
        "format=gif, 'format is ''gif'': use png, webp or jpeg'",
        "quality=best, 'quality is ''best'': use low, medium or high'",
        "maxResolution=0, maxResolution is 0: use 1 to 12000000 pixels in total",
        "outputCompression=101, outputCompression is 101: use 1 to 100",
        "backgroundColor=white, 'backgroundColor is ''#white'': use #rrggbb, such as #ffffff'",
        "outputFilePath=/mug.png, 'The option outputFilePath must be relative, without empty parts, ''.'' and ''..'': /mug.png'",
        "variant.thumb.format=gif, 'format is ''gif'': use png, webp or jpeg'",
        "variant.thumb.size=1, 'variant.thumb has no field ''size'': it may have [autocrop, backgroundColor, format, maxResolution, outputCompression, outputFilePath, quality]'",
        "variant.thumb.outputFilePath=../x.png, 'The option outputFilePath must be relative, without empty parts, ''.'' and ''..'': ../x.png'",
        "variant.thumb=webp, variant.thumb is neither a map of fields nor VariantSettings",
        "outputFilePath=a.png&variant.thumb.format=webp, 'outputFilePath is for one result, but there are variants: set variant.<name>.outputFilePath instead'",
    })
    void aResultThatCannotBeMadeIsRefused(String options, String sentence) {
        assertFails("backgroundcut:process?apiKey=key&" + options).isEqualTo(sentence);
        assertFails("backgroundcut:removeBackground?apiKey=key&" + options).isEqualTo(sentence);
    }

    @Test
    void severalVariantsMayStandInTheUri() {
        BackgroundCutEndpoint endpoint = camel.context()
                .getEndpoint(
                        "backgroundcut:process?apiKey=key&variant.thumb.format=webp&variant.thumb.maxResolution=40000"
                                + "&variant.large.quality=high",
                        BackgroundCutEndpoint.class);

        assertThat(endpoint.getConfiguration().getVariants())
                .isEqualTo(Map.of(
                        "thumb", Map.of("format", "webp", "maxResolution", "40000"),
                        "large", Map.of("quality", "high")));
    }

    @Test
    void aVariantMayBeABean() {
        VariantSettings thumb =
                new VariantSettings(OutputFormat.WEBP, 40_000, Quality.LOW, Optional.empty(), 80, false);
        camel.context().getRegistry().bind("thumb", thumb);

        BackgroundCutEndpoint endpoint = camel.context()
                .getEndpoint("backgroundcut:process?apiKey=key&variant.small=#bean:thumb", BackgroundCutEndpoint.class);

        assertThat(endpoint.getConfiguration().getVariants()).isEqualTo(Map.of("small", thumb));
    }

    @Test
    void aBeanCannotHaveFieldsBesideIt() {
        camel.context().getRegistry().bind("thumb", Map.of("format", "webp"));

        assertFails("backgroundcut:process?apiKey=key&variant.small=#bean:thumb&variant.small.quality=low")
                .isEqualTo("variant.small is a bean and can't have other fields: change the bean");
    }

    @Test
    void aBeanStaysAsItIsWhateverAMessageOverrides() {
        Map<String, Object> thumb = new HashMap<>(Map.of("format", "webp"));
        camel.context().getRegistry().bind("thumb", thumb);

        BackgroundCutEndpoint endpoint = camel.context()
                .getEndpoint("backgroundcut:process?apiKey=key&variant.small=#bean:thumb", BackgroundCutEndpoint.class);
        Exchange exchange = camel.exchange("body");
        exchange.getMessage().setHeader(BackgroundCutConstants.QUALITY, "low");

        assertThat(endpoint.options(exchange).configuration().getVariants())
                .isEqualTo(Map.of("small", Map.of("format", "webp")));
        assertThat(thumb).isEqualTo(Map.of("format", "webp"));
    }

    @ParameterizedTest
    @CsvSource({
        "foregroundPoints=here, 'foregroundPoints is ''here'': write pixels as x,y;x,y such as 120,80;300,200'",
        "backgroundPoints=1, 'backgroundPoints is ''1'': write pixels as x,y;x,y such as 120,80;300,200'",
        "outputFilePath=a.png, 'outputFilePath is ''a.png'': segment works on .jpg and .jpeg only'",
    })
    void aSegmentationThatCannotBeMadeIsRefused(String option, String sentence) {
        assertFails("backgroundcut:segment?apiKey=key&" + option).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"responseTimeout", "processTimeout"})
    void aTimeoutOfNothingIsRefused(String option) {
        assertFails("backgroundcut:usage?apiKey=key&" + option + "=0")
                .isEqualTo(option + " is 0 ms: use a positive time, such as 60s");
    }

    @Test
    void aNegativeWaitIsRefused() {
        assertFails("backgroundcut:usage?apiKey=key&maxRetryAfter=-1")
                .isEqualTo("maxRetryAfter is negative: use 0 or more");
    }

    @Test
    void anUnknownOperationIsRefusedAndTheOthersAreNamed() {
        assertFails("backgroundcut:removeForeground?apiKey=key")
                .isEqualTo("There is no operation 'removeForeground': write backgroundcut:<operation> with one of "
                        + "[removeBackground, upload, process, download, publicUrl, token, segment, usage]");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertFails("backgroundcut:usage?apiKey=key&colour=red").contains("colour");
    }

    @Test
    void nothingIsConsumedFromIt() {
        assertThatThrownBy(() -> camel.context()
                        .getEndpoint("backgroundcut:usage?apiKey=key")
                        .createConsumer(exchange -> {}))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("BackgroundCut has no consumer: write to(\"backgroundcut:usage\")");
    }

    @Test
    void theEndpointTellsWhereTheServiceIs() {
        BackgroundCutEndpoint endpoint = camel.context()
                .getEndpoint("backgroundcut:usage?apiKey=key&baseUrl=http://localhost:7", BackgroundCutEndpoint.class);

        assertThat(endpoint.getServiceUrl()).isEqualTo("http://localhost:7");
        assertThat(endpoint.getServiceProtocol()).isEqualTo("http");
    }

    private void bindProvider() {
        AccessTokenProvider provider = exchange -> "token";
        camel.context().getRegistry().bind("tokens", provider);
    }

    private void assertStarts(String uri) {
        assertThatCode(() -> camel.context().getEndpoint(uri).createProducer().start())
                .doesNotThrowAnyException();
    }

    private AbstractStringAssert<?> assertFails(String uri) {
        Throwable failure = catchThrowable(() -> camel.context().getEndpoint(uri));
        assertThat(failure).as(uri).isNotNull();
        Throwable reason = failure;
        // The checks throw this; Camel wraps it, and it may have a cause of its own.
        while (!(reason instanceof IllegalArgumentException) && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return assertThat(reason.getMessage());
    }
}
