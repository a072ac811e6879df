// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Routes in YAML follow the schema that Camel ships for its YAML DSL. */
class YamlSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(YamlSchemaTest.class.getResourceAsStream("/schema/camelYamlDsl.json"));

    /** Camel takes a placeholder where the schema has a number, and a number where it has a text, such as a duration. */
    private static final Pattern SCALAR =
            Pattern.compile("(string|integer|number|boolean) found, (string|integer|number|boolean) expected");

    /** Files and blocks that are lists of routes; Kamelets and pipes have forms of their own. */
    static Stream<Map.Entry<String, String>> routes() {
        return Stream.concat(
                Pages.ending(".camel.yaml").stream().map(file -> Map.entry(file.toString(), Pages.text(file))),
                UrisTest.yaml()
                        .filter(source -> source.getKey().endsWith(".md"))
                        .filter(source -> source.getValue().startsWith("- ")));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void routesFollowTheSchema(Map.Entry<String, String> source) {
        assertThat(faults(source.getValue())).as(source.getKey()).isEmpty();
    }

    /** The template of a Kamelet is a route without a name. */
    @ParameterizedTest
    @MethodSource("kamelets")
    void templatesFollowTheSchema(Map<?, ?> kamelet) {
        Map<Object, Object> template = new HashMap<>((Map<?, ?>) ((Map<?, ?>) kamelet.get("spec")).get("template"));
        template.remove("beans");
        Object route = template.getOrDefault("route", template);

        assertThat(faults(List.of(Map.of("route", route)))).isEmpty();
    }

    static Stream<Map<?, ?>> kamelets() {
        return Pages.ending(".kamelet.yaml").stream()
                .map(file -> (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Pages.text(file)));
    }

    @Test
    void findsFaults() {
        assertThat(faults("- route:\n    from:\n      url: file:inbox\n")).isNotEmpty();
    }

    private static List<String> faults(String yaml) {
        return faults(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    private static List<String> faults(Object yaml) {
        JsonNode routes = JSON.valueToTree(yaml);
        return SCHEMA.validate(routes).stream()
                .map(ValidationMessage::getMessage)
                .filter(message -> !SCALAR.matcher(message).find())
                .toList();
    }
}
