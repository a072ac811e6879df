// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.api.error.InvalidInputException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariantSettingsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 40_000, 12_000_000})
    void acceptsResolutionsThatTheApiHas(int maxResolution) {
        assertThatCode(() -> settings(maxResolution, 85, "#ffffff")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 12_000_001})
    void refusesOtherResolutions(int maxResolution) {
        assertThatThrownBy(() -> settings(maxResolution, 85, "#ffffff"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxResolution is " + maxResolution + ": use 1 to 12000000 pixels in total");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void acceptsCompressionsThatTheApiHas(int compression) {
        assertThatCode(() -> settings(1, compression, "#ffffff")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void refusesOtherCompressions(int compression) {
        assertThatThrownBy(() -> settings(1, compression, "#ffffff"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("outputCompression is " + compression + ": use 1 to 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#ABCDEF", "#a1b2c3"})
    void acceptsColoursOfSixHexDigits(String color) {
        assertThatCode(() -> settings(1, 1, color)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#fff", "ffffff", "#gggggg", "#ffffff00", "white", "#ffffff\n"})
    void refusesOtherColours(String color) {
        assertThatThrownBy(() -> settings(1, 1, color))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("backgroundColor is '" + color + "': use #rrggbb, such as #ffffff");
    }

    @ParameterizedTest
    @CsvSource({"png, PNG", "PNG, PNG", "webp, WEBP", "WebP, WEBP", "jpeg, JPEG", "jpg, JPEG", "JPG, JPEG"})
    void knowsAFormatByItsName(String name, OutputFormat format) {
        assertThat(OutputFormat.fromName(name)).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gif", "png ", "image/png"})
    void knowsNoOtherFormat(String name) {
        assertThat(OutputFormat.fromName(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PNG, png, png, image/png", "WEBP, webp, webp, image/webp", "JPEG, jpeg, jpg, image/jpeg"})
    void givesAFormatItsApiNameExtensionAndMediaType(
            OutputFormat format, String apiName, String extension, String mediaType) {
        assertThat(format.apiName()).isEqualTo(apiName);
        assertThat(format.extension()).isEqualTo(extension);
        assertThat(format.mediaType()).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @CsvSource({"low, LOW", "Medium, MEDIUM", "HIGH, HIGH"})
    void knowsAQualityByItsName(String name, Quality quality) {
        assertThat(Quality.fromName(name)).contains(quality);
        assertThat(quality.apiName()).isEqualTo(name.toLowerCase());
    }

    @Test
    void knowsNoOtherQuality() {
        assertThat(Quality.fromName("best")).isEmpty();
    }

    @Test
    void refusesAnOutputPathThatLeadsElsewhere() {
        assertThatThrownBy(() -> new OutputVariant("../mug.png", settings(1, 1, "#ffffff")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("output path");
    }

    @Test
    void refusesAPointOutsideOfThePicture() {
        assertThatThrownBy(() -> new Point(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Point(0, -1)).hasMessage("Point (0,-1) is outside of the picture: use 0 or more");
    }

    private static VariantSettings settings(int maxResolution, int compression, String color) {
        return new VariantSettings(
                OutputFormat.PNG, maxResolution, Quality.HIGH, Optional.of(color), compression, false);
    }
}
