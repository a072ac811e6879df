// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Each URI that users read or copy is valid by Camel's catalog: ours wherever it stands, in YAML those of other components, too. */
class UrisTest {

    private static final Pattern URI = Pattern.compile("(?<!\\w)backgroundcut:[a-z]\\w*(\\?[^\\s\"'`)]*)?");
    private static final DefaultCamelCatalog CATALOG = Catalog.withTheComponent();

    static List<Path> files() {
        return Stream.concat(
                        Pages.ending(".md", ".yaml", ".xml").stream(),
                        Pages.ending(".java").stream().filter(file -> file.startsWith(Pages.ROOT.resolve("examples"))))
                .toList();
    }

    /** YAML in files and in pages: a file's name or a page's, with the text. */
    static Stream<Map.Entry<String, String>> yaml() {
        return Stream.concat(
                Pages.ending(".yaml").stream().map(file -> Map.entry(file.toString(), Pages.text(file))),
                Pages.ending(".md").stream()
                        .flatMap(page ->
                                Pages.blocks(page, "yaml").stream().map(text -> Map.entry(page.toString(), text))));
    }

    @ParameterizedTest
    @MethodSource("files")
    void urisAreValid(Path file) {
        List<String> wrong = new ArrayList<>();
        Matcher uri = URI.matcher(Pages.text(file));
        while (uri.find()) {
            String text = uri.group().replace("&amp;", "&");
            if (!text.equals("backgroundcut:operation")) {
                wrong.addAll(faults(text));
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void parametersAreValid(Map.Entry<String, String> source) {
        List<String> wrong = new ArrayList<>();
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(source.getValue())) {
            check(document, wrong);
        }

        assertThat(wrong).as(source.getKey()).isEmpty();
    }

    @Test
    void findsFaults() {
        List<String> wrong = new ArrayList<>();
        check(Map.of("uri", "backgroundcut:usage", "parameters", Map.of("colour", "red")), wrong);

        assertThat(wrong).singleElement().asString().contains("colour");
        check(Map.of("uri", "file:inbox", "parameters", Map.of("moveFaild", ".failed")), wrong);
        assertThat(wrong).hasSize(2).last().asString().contains("moveFaild");
        assertThat(faults("backgroundcut:removeForeground")).isNotEmpty();
    }

    private static void check(Object node, List<String> wrong) {
        if (node instanceof List<?> list) {
            list.forEach(item -> check(item, wrong));
        } else if (node instanceof Map<?, ?> map) {
            if (map.get("uri") instanceof String uri && CATALOG.componentModel(uri.split(":", 2)[0]) != null) {
                wrong.addAll(faults(withParameters(uri, map.get("parameters"))));
            }
            map.values().forEach(value -> check(value, wrong));
        }
    }

    private static String withParameters(String uri, Object parameters) {
        StringBuilder whole = new StringBuilder(uri);
        if (parameters instanceof Map<?, ?> map) {
            map.forEach((name, value) -> whole.append(whole.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    // An optional placeholder of a Kamelet: Camel's catalog knows the others.
                    .append(String.valueOf(value).replace("{{?", "{{")));
        }
        return whole.toString();
    }

    private static List<String> faults(String uri) {
        EndpointValidationResult result = CATALOG.validateEndpointProperties(uri);
        return result.isSuccess() ? List.of() : List.of(uri + ": " + result.summaryErrorMessage(false));
    }
}
