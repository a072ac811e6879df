// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.api.OutputVariant;
import io.github.camelbackgroundcut.api.Quality;
import io.github.camelbackgroundcut.api.VariantSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputPathsTest {

    @ParameterizedTest
    @CsvSource({"PNG, a/mug.png", "WEBP, a/mug.webp", "JPEG, a/mug.jpg"})
    void namesAResultAfterItsInputAndFormat(OutputFormat format, String path) {
        assertThat(paths("a/mug.bmp", variant(null, null, format))).containsExactly(path);
    }

    @Test
    void addsTheNameOfTheVariant() {
        assertThat(paths(
                        "a/mug.jpg",
                        variant("thumb", null, OutputFormat.WEBP),
                        variant("large", null, OutputFormat.JPEG)))
                .containsExactly("a/mug-thumb.webp", "a/mug-large.jpg");
    }

    @Test
    void takesThePathThatAVariantAsksFor() {
        assertThat(paths(
                        "a/mug.jpg",
                        variant("thumb", "b/small.webp", OutputFormat.WEBP),
                        variant("large", null, OutputFormat.PNG)))
                .containsExactly("b/small.webp", "a/mug-large.png");
    }

    @Test
    void neverOverwritesTheInput() {
        assertThat(paths("a/mug.png", variant(null, null, OutputFormat.PNG))).containsExactly("a/mug-cutout.png");
        assertThat(paths("mug.jpg", variant(null, null, OutputFormat.JPEG))).containsExactly("mug-cutout.jpg");
    }

    @Test
    void neverOverwritesAnInputThatIsNamedLikeAVariant() {
        assertThat(OutputPaths.assign(
                        List.of(variant("thumb", null, OutputFormat.PNG)), "a/", "mug", "a/mug-thumb.png"))
                .extracting(OutputVariant::outputFilePath)
                .containsExactly("a/mug-thumb-cutout.png");
    }

    @Test
    void refusesTwoResultsAtTheSamePath() {
        assertThatThrownBy(() -> paths(
                        "a/mug.jpg",
                        variant("one", "b/mug.png", OutputFormat.PNG),
                        variant("two", "b/mug.png", OutputFormat.PNG)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two variants would be stored at b/mug.png: give each its own outputFilePath");
    }

    @Test
    void refusesAnExplicitPathThatIsTheDefaultOfAnother() {
        assertThatThrownBy(() -> paths(
                        "a/mug.jpg",
                        variant("one", null, OutputFormat.PNG),
                        variant("two", "a/mug-one.png", OutputFormat.PNG)))
                .hasMessageStartingWith("Two variants would be stored at a/mug-one.png");
    }

    private static List<String> paths(String input, NamedVariant... variants) {
        return OutputPaths.assign(
                        List.of(variants),
                        input.substring(0, input.lastIndexOf('/') + 1),
                        input.substring(input.lastIndexOf('/') + 1, input.lastIndexOf('.')),
                        input)
                .stream()
                .map(OutputVariant::outputFilePath)
                .toList();
    }

    private static NamedVariant variant(String name, String path, OutputFormat format) {
        return new NamedVariant(
                Optional.ofNullable(name),
                Optional.ofNullable(path),
                new VariantSettings(format, 1000, Quality.HIGH, Optional.empty(), 85, false));
    }
}
