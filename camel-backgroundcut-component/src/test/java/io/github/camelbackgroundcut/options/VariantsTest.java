// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelbackgroundcut.BackgroundCutConfiguration;
import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.api.Quality;
import io.github.camelbackgroundcut.api.VariantSettings;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import io.github.camelbackgroundcut.removal.NamedVariant;
import io.github.camelbackgroundcut.support.CamelExtension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariantsTest {

    private static final VariantSettings DEFAULTS =
            new VariantSettings(OutputFormat.PNG, 12_000_000, Quality.HIGH, Optional.empty(), 85, false);

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    private final BackgroundCutConfiguration options = new BackgroundCutConfiguration();

    @Test
    void isOneWithoutANameByDefault() {
        assertThat(variants()).containsExactly(new NamedVariant(Optional.empty(), Optional.empty(), DEFAULTS));
    }

    @Test
    void takesTheOneFromTheOptions() {
        options.setOutputFilePath("a/mug.webp");
        options.setFormat("WebP");
        options.setMaxResolution(40_000);
        options.setQuality("Low");
        options.setBackgroundColor("#00ff00");
        options.setOutputCompression(1);
        options.setAutocrop(true);

        assertThat(variants())
                .containsExactly(new NamedVariant(
                        Optional.empty(),
                        Optional.of("a/mug.webp"),
                        new VariantSettings(OutputFormat.WEBP, 40_000, Quality.LOW, Optional.of("#00ff00"), 1, true)));
    }

    @Test
    void readsAColourWithoutItsHash() {
        options.setBackgroundColor("00ff00");

        assertThat(variants().get(0).settings().backgroundColor()).contains("#00ff00");
    }

    @Test
    void readsAllFieldsOfAVariantAsText() {
        options.getVariants()
                .put(
                        "thumb",
                        Map.of(
                                "outputFilePath", "a/t.jpg",
                                "format", "jpeg",
                                "maxResolution", "40000",
                                "quality", "low",
                                "backgroundColor", "ffffff",
                                "outputCompression", "70",
                                "autocrop", "true"));

        assertThat(variants())
                .containsExactly(new NamedVariant(
                        Optional.of("thumb"),
                        Optional.of("a/t.jpg"),
                        new VariantSettings(OutputFormat.JPEG, 40_000, Quality.LOW, Optional.of("#ffffff"), 70, true)));
    }

    @Test
    void readsFieldsUnderTheNamesOfTheApi() {
        options.getVariants()
                .put(
                        "thumb",
                        Map.of(
                                "output_file_path", "a/t.webp",
                                "format", "webp",
                                "max_resolution", 40_000,
                                "background_color", "#ffffff",
                                "output_compression", 70));

        assertThat(variants())
                .containsExactly(new NamedVariant(
                        Optional.of("thumb"),
                        Optional.of("a/t.webp"),
                        new VariantSettings(
                                OutputFormat.WEBP, 40_000, Quality.HIGH, Optional.of("#ffffff"), 70, false)));
    }

    @Test
    void takesAVariantReadyMade() {
        VariantSettings settings =
                new VariantSettings(OutputFormat.WEBP, 9, Quality.MEDIUM, Optional.of("#123456"), 3, true);
        options.getVariants().put("thumb", settings);

        assertThat(variants()).containsExactly(new NamedVariant(Optional.of("thumb"), Optional.empty(), settings));
    }

    @Test
    void letsAVariantStartFromTheOptions() {
        options.setFormat("webp");
        options.setQuality("medium");
        options.getVariants().put("small", Map.of("maxResolution", 100));
        options.getVariants().put("fast", Map.of("quality", "low"));

        assertThat(variants())
                .extracting(NamedVariant::settings)
                .containsExactly(
                        new VariantSettings(OutputFormat.WEBP, 100, Quality.MEDIUM, Optional.empty(), 85, false),
                        new VariantSettings(OutputFormat.WEBP, 12_000_000, Quality.LOW, Optional.empty(), 85, false));
    }

    @Test
    void keepsTheOrder() {
        for (String name : List.of("z", "a", "m", "b")) {
            options.getVariants().put(name, Map.of());
        }

        assertThat(variants())
                .extracting(variant -> variant.name().orElseThrow())
                .containsExactly("z", "a", "m", "b");
    }

    @Test
    void readsAMapFromAHeader() {
        Map<Object, Object> header = new LinkedHashMap<>();
        header.put("thumb", Map.of("format", "webp"));
        header.put(7, Map.of());

        assertThat(Variants.parse(header))
                .containsExactly(Map.entry("thumb", Map.of("format", "webp")), Map.entry("7", Map.of()));
    }

    @Test
    void readsJsonFromAHeaderInItsOrder() {
        options.setVariants(Variants.parse("{\"b\": {\"format\": \"webp\"}, \"a\": {\"max_resolution\": 100}}"));

        assertThat(variants())
                .extracting(
                        variant -> variant.name().orElseThrow(),
                        variant -> variant.settings().format())
                .containsExactly(tuple("b", OutputFormat.WEBP), tuple("a", OutputFormat.PNG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"thumb", "[{\"format\": \"webp\"}]", "{\"thumb\": ", "7", "null"})
    void refusesAHeaderThatIsNoMap(String header) {
        assertThatThrownBy(() -> Variants.parse(header))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("Variants must be a map of names to fields");
    }

    @Test
    void namesAFieldThatItDoesNotKnow() {
        options.getVariants().put("thumb", Map.of("size", 100));

        assertThatThrownBy(this::variants)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("variant.thumb has no field 'size': it may have [autocrop, backgroundColor, format, "
                        + "maxResolution, outputCompression, outputFilePath, quality]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apiKey", "api_key", "baseUrl", "variants", "uploadPath", "class", ""})
    void letsNoVariantChangeWhatIsNotItsOwn(String field) {
        options.getVariants().put("thumb", Map.of(field, "x"));

        assertThatThrownBy(this::variants).hasMessageStartingWith("variant.thumb has no field '" + field + "'");
    }

    @Test
    void namesAFieldWhoseValueDoesNotFit() {
        options.getVariants().put("thumb", Map.of("maxResolution", List.of(1)));

        assertThatThrownBy(this::variants)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("variant.thumb.maxResolution is '[1]', which doesn't fit the option maxResolution");
    }

    @Test
    void refusesARangeThatAVariantLeaves() {
        options.getVariants().put("thumb", Map.of("outputCompression", 101));

        assertThatThrownBy(this::variants).hasMessage("outputCompression is 101: use 1 to 100");
    }

    @Test
    void refusesAFormatThatDoesNotExist() {
        options.getVariants().put("thumb", Map.of("format", "gif"));

        assertThatThrownBy(this::variants).hasMessage("format is 'gif': use png, webp or jpeg");
    }

    @Test
    void refusesAQualityThatDoesNotExist() {
        options.setQuality("best");

        assertThatThrownBy(this::variants).hasMessage("quality is 'best': use low, medium or high");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "..", "a b", "grün", "a\nb"})
    void refusesANameThatCannotStandInAFileName(String name) {
        options.getVariants().put(name, Map.of());

        assertThatThrownBy(this::variants)
                .hasMessage("The variant name '" + name
                        + "' is not valid in a file name: use up to 50 letters, digits, '-' and '_'");
    }

    @Test
    void refusesAVariantThatIsNoMapAndNoBeanOfItsKind() {
        options.getVariants().put("thumb", "webp");

        assertThatThrownBy(this::variants).hasMessage("variant.thumb is neither a map of fields nor VariantSettings");
    }

    @Test
    void refusesOneOutputPathForSeveral() {
        options.setOutputFilePath("a/mug.png");
        options.getVariants().put("thumb", Map.of());

        assertThatThrownBy(this::variants)
                .hasMessageStartingWith("outputFilePath is for one result, but there are variants");
    }

    @Test
    void refusesAReferenceToABeanInAField() {
        options.getVariants().put("thumb", Map.of("format", "#bean:format"));

        assertThatThrownBy(this::variants)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("variant.thumb.format is '#bean:format': a reference can't stand here");
    }

    private List<NamedVariant> variants() {
        return Variants.of(options, camel.context());
    }
}
