// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Each URI for users is valid in Camel's catalog: those of this component in all files, those of other components in YAML. */
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
        assertThat(uris(Pages.text(file)).flatMap(uri -> faults(uri).stream())).isEmpty();
    }

    private static Stream<String> uris(String text) {
        return URI.matcher(text)
                .results()
                .map(uri -> uri.group().replace("&amp;", "&"))
                .filter(uri -> !uri.equals("backgroundcut:operation"));
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void parametersAreValid(Map.Entry<String, String> source) {
        assertThat(endpoints(source.getValue()).stream().flatMap(uri -> faults(uri).stream()))
                .as(source.getKey())
                .isEmpty();
    }

    @Test
    void findsUrisAndParameters() {
        assertThat(files().stream()
                        .filter(file -> uris(Pages.text(file)).findAny().isPresent()))
                .hasSizeGreaterThan(10);
        assertThat(yaml().flatMap(source -> endpoints(source.getValue()).stream()))
                .hasSizeGreaterThan(20)
                .anyMatch(uri -> uri.startsWith("backgroundcut:") && uri.contains("?"))
                .anyMatch(uri -> uri.startsWith("file:") && uri.contains("?"));
    }

    @Test
    void findsFaults() {
        assertThat(endpoints("uri: backgroundcut:usage\nparameters: {colour: red}\n"))
                .singleElement()
                .satisfies(uri ->
                        assertThat(faults(uri)).singleElement().asString().contains("colour"));
        assertThat(endpoints("uri: file:inbox\nparameters: {moveFaild: .failed}\n"))
                .singleElement()
                .satisfies(uri ->
                        assertThat(faults(uri)).singleElement().asString().contains("moveFaild"));
        assertThat(faults("backgroundcut:removeForeground")).isNotEmpty();
    }

    /** The URIs of components that the catalog has, with their parameters. */
    private static List<String> endpoints(String yaml) {
        List<String> uris = new ArrayList<>();
        new Load(LoadSettings.builder().build()).loadAllFromString(yaml).forEach(document -> collect(document, uris));
        return uris;
    }

    private static void collect(Object node, List<String> uris) {
        if (node instanceof List<?> list) {
            list.forEach(item -> collect(item, uris));
        } else if (node instanceof Map<?, ?> map) {
            if (map.get("uri") instanceof String uri && CATALOG.componentModel(uri.split(":", 2)[0]) != null) {
                uris.add(withParameters(uri, map.get("parameters")));
            }
            map.values().forEach(value -> collect(value, uris));
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
