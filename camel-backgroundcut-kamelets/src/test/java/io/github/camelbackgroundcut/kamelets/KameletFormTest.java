// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Kamelets have the form that Camel's catalog of Kamelets asks for, and say what the component says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KameletFormTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??(\\w+)}}");
    private static final String ANNOTATION = "camel.apache.org/";

    /** A drop has other properties of its own. */
    private static final Set<String> PICTURE_OPTIONS =
            Set.of("format", "maxResolution", "quality", "backgroundColor", "outputCompression", "autocrop");

    private final ComponentModel component = component();

    static List<KameletFile> kamelets() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/kamelets"))) {
            return files.sorted().map(KameletFile::read).toList();
        }
    }

    /** Those that are a step of a route. */
    static List<KameletFile> steps() throws IOException {
        return kamelets().stream().filter(kamelet -> !kamelet.isDrop()).toList();
    }

    @Test
    void areTheFive() throws IOException {
        assertThat(kamelets())
                .extracting(KameletFile::name)
                .containsExactly(
                        "backgroundcut-file-drop",
                        "backgroundcut-remove-background-action",
                        "backgroundcut-s3-drop",
                        "backgroundcut-sink",
                        "backgroundcut-token-action");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void isNamedAsItsFile(KameletFile kamelet) {
        assertThat(kamelet.text("apiVersion")).isEqualTo("camel.apache.org/v1");
        assertThat(kamelet.text("kind")).isEqualTo("Kamelet");
        assertThat(kamelet.text("metadata", "name")).isEqualTo(kamelet.name());
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void saysWhatItIs(KameletFile kamelet) {
        String type = kamelet.text("metadata", "labels", ANNOTATION + "kamelet.type");

        assertThat(kamelet.name()).endsWith("-" + (type.equals("source") ? "drop" : type));
        assertThat(kamelet.text("spec", "definition", "title"))
                .startsWith("BackgroundCut ")
                .endsWithIgnoringCase(" " + type);
        assertThat(kamelet.text("spec", "definition", "type")).isEqualTo("object");
        assertThat(kamelet.text("spec", "definition", "description")).endsWith(".");
        assertThat(kamelet.map("metadata", "annotations"))
                .containsEntry(ANNOTATION + "provider", "Camel BackgroundCut")
                .containsEntry(ANNOTATION + "kamelet.group", "BackgroundCut")
                .containsEntry(ANNOTATION + "kamelet.namespace", "AI")
                .containsEntry(ANNOTATION + "kamelet.support.level", "Preview")
                .containsEntry(ANNOTATION + "catalog.version", System.getProperty("project.version"));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void hasAnIcon(KameletFile kamelet) {
        String icon = kamelet.text("metadata", "annotations", ANNOTATION + "kamelet.icon");

        String start = "data:image/svg+xml;base64,";
        assertThat(icon).startsWith(start);
        assertThat(new String(Base64.getDecoder().decode(icon.substring(start.length())), StandardCharsets.UTF_8))
                .startsWith("<svg ")
                .endsWith("</svg>");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void dependsOnThisVersionOfTheComponent(KameletFile kamelet) {
        // The beans of a drop are beside it.
        String artifact = kamelet.isDrop() ? "camel-backgroundcut-kamelets" : "camel-backgroundcut";

        assertThat(kamelet.list("spec", "dependencies"))
                .startsWith("camel:core", "camel:kamelet")
                .endsWith("mvn:io.github.camelbackgroundcut:" + artifact + ":" + System.getProperty("project.version"));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void takesItsMessageFromTheRouteThatNamesIt(KameletFile kamelet) {
        assertThat(kamelet.text("spec", "template", "from", "uri")).isEqualTo("kamelet:source");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void requiresOnlyWhatItDefines(KameletFile kamelet) {
        List<Object> required = kamelet.list("spec", "definition", "required");

        assertThat(required).isNotEmpty().allMatch(kamelet.properties()::containsKey);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void usesEachPropertyAndNoOther(KameletFile kamelet) {
        List<String> used = PLACEHOLDER
                .matcher(kamelet.map("spec", "template").toString())
                .results()
                .map(placeholder -> placeholder.group(1))
                .filter(name -> !kamelet.beans().contains(name))
                .toList();

        assertThat(kamelet.isDrop() ? Set.copyOf(used) : used)
                .containsExactlyInAnyOrderElementsOf(kamelet.properties().keySet());
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void leavesOutWhatHasNoValue(KameletFile kamelet) {
        List<Object> required = kamelet.list("spec", "definition", "required");
        List<String> optional = PLACEHOLDER
                .matcher(kamelet.map("spec", "template").toString())
                .results()
                .map(MatchResult::group)
                .filter(placeholder -> placeholder.startsWith("{{?"))
                .map(placeholder -> placeholder.substring(3, placeholder.length() - 2))
                .toList();

        List<String> withoutValue = kamelet.properties().entrySet().stream()
                .filter(property -> !property.getValue().containsKey("default"))
                .map(Map.Entry::getKey)
                .filter(name -> !required.contains(name))
                .toList();
        assertThat(optional).containsExactlyInAnyOrderElementsOf(withoutValue);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void describesEachProperty(KameletFile kamelet) {
        assertThat(kamelet.properties().values()).isNotEmpty().allSatisfy(property -> {
            assertThat(property.get("title")).asString().isNotBlank();
            assertThat(property.get("description")).asString().endsWith(".");
            assertThat(property.get("type")).isIn("string", "integer", "boolean");
        });
    }

    @ParameterizedTest
    @MethodSource("steps")
    void hidesTheKey(KameletFile kamelet) {
        assertThat(kamelet.properties().get("apiKey"))
                .containsEntry("format", "password")
                .doesNotContainKey("default")
                .extracting("x-descriptors")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("urn:alm:descriptor:com.tectonic.ui:password", "urn:camel:group:credentials");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void hasTheComponentsTypesDefaultsAndChoices(KameletFile kamelet) {
        Map<String, BaseOptionModel> options = new HashMap<>();
        component.getEndpointParameterOptions().forEach(option -> options.put(option.getName(), option));

        Map<String, Map<String, Object>> properties = new HashMap<>(kamelet.properties());
        if (kamelet.isDrop()) {
            properties.keySet().retainAll(PICTURE_OPTIONS);
            assertThat(properties).hasSameSizeAs(PICTURE_OPTIONS);
        }
        properties.forEach((name, property) -> {
            BaseOptionModel option = options.get(name);
            assertThat(option).as(name).isNotNull();
            assertThat(property.get("type"))
                    .as(name)
                    .isEqualTo("enum".equals(option.getType()) ? "string" : option.getType());
            assertThat(String.valueOf(property.get("default")))
                    .as(name)
                    .isEqualTo(String.valueOf(option.getDefaultValue()));
            assertThat(property.get("enum")).as(name).isEqualTo(option.getEnums());
        });
    }

    /** {@code -Ddocs.update=true} writes the tables anew. */
    @ParameterizedTest
    @MethodSource("kamelets")
    void pageHasItsTable(KameletFile kamelet) throws IOException {
        Path file = Path.of("../docs", kamelet.isDrop() ? "drops.md" : "kamelets.md");
        String page = Files.readString(file);
        String start = "<!-- " + kamelet.name() + ": start -->\n";
        String end = "<!-- " + kamelet.name() + ": end -->";
        assertThat(page).contains(start, end);

        String expected = page.substring(0, page.indexOf(start) + start.length())
                + kamelet.table()
                + page.substring(page.indexOf(end));
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(file, expected);
            page = expected;
        }

        assertThat(page).isEqualTo(expected);
    }

    private static ComponentModel component() {
        try (InputStream json = KameletFormTest.class.getResourceAsStream(
                "/META-INF/io/github/camelbackgroundcut/backgroundcut.json")) {
            return JsonMapper.generateComponentModel(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
