// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.BackgroundCutConfiguration;
import io.github.camelbackgroundcut.BackgroundCutConfigurationConfigurer;
import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import io.github.camelbackgroundcut.support.CamelExtension;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.spi.UriParam;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageOptionsTest {

    /** Options that a message must not change: see the design's rules on credentials and scopes. */
    private static final Set<String> FIXED = Set.of(
            "apiKey",
            "accessToken",
            "accessTokenProvider",
            "baseUrl",
            "dialect",
            "allowInsecureBaseUrl",
            "paths",
            "synchronous",
            "responseTimeout",
            "processTimeout",
            "maxRetryAfter",
            "maxRetries",
            "retryDelay",
            "reuseOutputs",
            "reprocessExpired",
            "idempotentRepository");

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    private final BackgroundCutConfiguration configuration = new BackgroundCutConfiguration();

    @Test
    void headersOverrideAllOptionsButThoseThatAMessageMustNotChange() {
        Set<String> options = Arrays.stream(BackgroundCutConfiguration.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(UriParam.class))
                .map(Field::getName)
                .collect(Collectors.toSet());

        assertThat(options).containsAll(FIXED);
        options.removeAll(FIXED);
        assertThat(MessageOptions.OVERRIDABLE).containsExactlyInAnyOrderElementsOf(options);
    }

    @Test
    void eachOverrideHasAConstant() {
        assertThat(headerConstants())
                .containsAll(MessageOptions.OVERRIDABLE.stream()
                        .map(option -> "CamelBackgroundCut" + StringHelper.capitalize(option))
                        .toList());
    }

    @Test
    void noConstantNamesAnOptionThatAMessageMustNotChange() {
        assertThat(headerConstants())
                .doesNotContainAnyElementsOf(FIXED.stream()
                        .map(option -> "CamelBackgroundCut" + StringHelper.capitalize(option))
                        .toList());
    }

    @Test
    void areTheEndpointsOwnWithoutHeaders() {
        assertThat(options(Map.of("Other", "x"))).isSameAs(configuration);
    }

    static Stream<Object> fortyThousand() {
        return Stream.of("40000", 40_000, 40_000L);
    }

    @ParameterizedTest
    @MethodSource("fortyThousand")
    void takeANumberOfAnyType(Object header) {
        assertThat(options(Map.of("CamelBackgroundCutMaxResolution", header)).getMaxResolution())
                .isEqualTo(40_000);
    }

    @Test
    void takeAHeadersValueAndLeaveTheEndpointsAsTheyAre() {
        BackgroundCutConfiguration options = options(Map.of("CamelBackgroundCutMaxResolution", "40000"));

        assertThat(options.getMaxResolution()).isEqualTo(40_000);
        assertThat(configuration.getMaxResolution()).isEqualTo(12_000_000);
    }

    @Test
    void refuseANumberThatIsTooLargeInsteadOfCuttingItsDigits() {
        assertThatThrownBy(() -> options(Map.of("CamelBackgroundCutMaxResolution", 4_294_967_297L)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("header CamelBackgroundCutMaxResolution is '4294967297', "
                        + "which doesn't fit the option maxResolution");
    }

    @Test
    void refuseAnExpiryThatIsNone() {
        assertThatThrownBy(() -> options(Map.of("CamelBackgroundCutExpiresIn", "soon")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("header CamelBackgroundCutExpiresIn is 'soon', which doesn't fit the option expiresIn");
    }

    @Test
    void leaveTimesRetriesAndPaymentToTheEndpoint() {
        assertThat(options(Map.of(
                        "CamelBackgroundCutProcessTimeout", "1s",
                        "CamelBackgroundCutMaxRetries", "7",
                        "CamelBackgroundCutReuseOutputs", "never")))
                .isSameAs(configuration);
    }

    @Test
    void readAColourWithItsHash() {
        assertThat(options(Map.of("CamelBackgroundCutBackgroundColor", "#ffffff"))
                        .getBackgroundColor())
                .isEqualTo("#ffffff");
    }

    @Test
    void replaceTheVariantsOfTheEndpoint() {
        configuration.getVariants().put("large", Map.of());

        assertThat(options(Map.of("CamelBackgroundCutVariants", "{\"thumb\": {\"format\": \"webp\"}}"))
                        .getVariants())
                .isEqualTo(Map.of("thumb", Map.of("format", "webp")));
    }

    static Map<String, String> texts() {
        return Map.ofEntries(
                Map.entry("uploadPath", "größe"),
                Map.entry("outputFilePath", "shop/mug.png"),
                Map.entry("format", "webp"),
                Map.entry("maxResolution", "40000"),
                Map.entry("quality", "low"),
                Map.entry("backgroundColor", "#ffffff"),
                Map.entry("outputCompression", "40"),
                Map.entry("autocrop", "true"),
                Map.entry("variants", "{\"thumb\": {\"format\": \"webp\"}}"),
                Map.entry("expiresIn", "30"),
                Map.entry("foregroundPoints", "1,2;3,4"),
                Map.entry("backgroundPoints", "[{\"x\": 1, \"y\": 2}]"));
    }

    static Stream<String> overridable() {
        return MessageOptions.OVERRIDABLE.stream();
    }

    /** As Kafka has all headers. */
    @ParameterizedTest
    @MethodSource("overridable")
    void takeBytesForText(String option) throws Exception {
        String text = texts().get(option);
        String header = "CamelBackgroundCut" + StringHelper.capitalize(option);

        for (Object bytes : List.of(text.getBytes(UTF_8), ByteBuffer.wrap(text.getBytes(UTF_8)))) {
            assertThat(value(options(Map.of(header, bytes)), option))
                    .isEqualTo(value(options(Map.of(header, text)), option))
                    .isNotEqualTo(value(configuration, option));
        }
    }

    @Test
    void letNoBytesChooseAmongTheRegistrysBeans() {
        assertThatThrownBy(() -> options(Map.of("CamelBackgroundCutUploadPath", "#secretBean".getBytes(UTF_8))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a reference can't stand here");
    }

    @Test
    void takePointsAsTheyAre() {
        List<List<Integer>> points = List.of(List.of(1, 2));

        assertThat(options(Map.of("CamelBackgroundCutForegroundPoints", points)).getForegroundPoints())
                .isEqualTo(points);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelBackgroundCutApiKey",
                "CamelBackgroundCutAccessToken",
                "CamelBackgroundCutAccessTokenProvider",
                "CamelBackgroundCutBaseUrl",
                "CamelBackgroundCutAllowInsecureBaseUrl",
                "CamelBackgroundCutPaths",
                "CamelBackgroundCutSynchronous"
            })
    void ignoreHeadersThatMustNotWork(String header) {
        assertThat(options(Map.of(header, "true"))).isSameAs(configuration);
    }

    @Test
    void nameAHeaderWhoseValueDoesNotFit() {
        assertThatThrownBy(() -> options(Map.of("CamelBackgroundCutAutocrop", "perhaps")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("header CamelBackgroundCutAutocrop is 'perhaps', which doesn't fit the option autocrop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#bean:secretBean", "#secretBean", "#class:java.io.File"})
    void letNoHeaderChooseAmongTheRegistrysBeans(String reference) {
        camel.context().getRegistry().bind("secretBean", "looked up");

        assertThatThrownBy(() -> options(Map.of("CamelBackgroundCutUploadPath", reference)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a reference can't stand here")
                .hasMessageNotContaining("looked up");
        assertThat(options(Map.of("CamelBackgroundCutBackgroundColor", "#secretBean"))
                        .getBackgroundColor())
                .isEqualTo("#secretBean");
    }

    private BackgroundCutConfiguration options(Map<String, Object> headers) {
        Exchange exchange = camel.exchange("body");
        exchange.getMessage().setHeaders(headers);
        return new MessageOptions(configuration).of(exchange);
    }

    private static Object value(BackgroundCutConfiguration options, String option) {
        return new BackgroundCutConfigurationConfigurer().getOptionValue(options, option, true);
    }

    private static Set<String> headerConstants() {
        return Arrays.stream(BackgroundCutConstants.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()) && field.getType() == String.class)
                .map(MessageOptionsTest::value)
                .collect(Collectors.toSet());
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
