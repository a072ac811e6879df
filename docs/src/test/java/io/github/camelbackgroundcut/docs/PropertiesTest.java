// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each property of Camel's that users read or copy is valid by its catalog. */
class PropertiesTest {

    private static final DefaultCamelCatalog CATALOG = Catalog.withTheComponent();

    /** Properties in pages and in the files of the examples: the place, with the text. */
    static Stream<Map.Entry<String, String>> properties() {
        return Stream.concat(
                Pages.ending("application.properties").stream()
                        .map(file -> Map.entry(file.toString(), Pages.text(file))),
                Pages.ending(".md").stream()
                        .flatMap(page -> Pages.blocks(page, "properties").stream()
                                .map(text -> Map.entry(page.toString(), text))));
    }

    @ParameterizedTest
    @MethodSource("properties")
    void propertiesAreValid(Map.Entry<String, String> source) {
        assertThat(faults(source.getValue())).as(source.getKey()).isEmpty();
    }

    @Test
    void findsProperties() {
        assertThat(properties().flatMap(source -> source.getValue().lines()).filter(line -> line.startsWith("camel.")))
                .hasSizeGreaterThan(10);
    }

    @Test
    void findsFaults() {
        assertThat(faults("camel.component.backgroundcut.colour = red")).isNotEmpty();
        assertThat(faults("camel.main.no-such-option = 1")).isNotEmpty();
    }

    private static List<String> faults(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("camel."))
                .map(CATALOG::validateConfigurationProperty)
                .filter(result -> !result.isSuccess())
                .map(ConfigurationPropertiesValidationResult::getText)
                .toList();
    }
}
