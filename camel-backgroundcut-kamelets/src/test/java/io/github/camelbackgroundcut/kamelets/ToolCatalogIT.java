// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The archive for tools has what they read: Camel's catalog, and the forms that Kaoto, Karavan and VS Code have of it. */
class ToolCatalogIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "backgroundcut-catalog/";
    private static final String VALID = "backgroundcut:removeBackground?format=webp&maxRetries=1";
    private static final String MISSPELT = "backgroundcut:removeBackground?formt=webp";

    private static final Map<String, byte[]> FILES = new TreeMap<>();
    private static ComponentModel component;

    @BeforeAll
    static void unpack() throws IOException {
        try (ZipInputStream zip =
                new ZipInputStream(Files.newInputStream(Path.of(System.getProperty("catalog.zip"))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    FILES.put(entry.getName().substring(ROOT.length()), zip.readAllBytes());
                }
            }
        }
        component = JsonMapper.generateComponentModel(text("components/backgroundcut.json"));
    }

    @Test
    void pageNamesEachFile() throws IOException {
        String page = Files.readString(Path.of("../docs/tools.md"));

        assertThat(FILES.keySet().stream().filter(file -> !file.startsWith("kamelets/")))
                .containsExactly(
                        "LICENSE",
                        "components/backgroundcut.json",
                        "icons/backgroundcut.svg",
                        "kaoto/components.json",
                        "karavan/components.json",
                        "vscode/settings.json")
                .filteredOn(file -> !file.equals("LICENSE"))
                .allSatisfy(file -> assertThat(page).contains("`" + file + "`"));
        assertThat(page).contains("`kamelets/`");
    }

    @Test
    void hasTheKameletsOfTheModule() throws IOException {
        assertThat(KameletFormTest.kamelets()).isNotEmpty().allSatisfy(kamelet -> {
            String file = "kamelets/" + kamelet.name() + ".kamelet.yaml";
            assertThat(FILES).containsKey(file);
            assertThat(FILES.get(file)).isEqualTo(Files.readAllBytes(Path.of("src/main/resources", file)));
        });
    }

    @Test
    void hasTheIcon() throws IOException {
        assertThat(text("icons/backgroundcut.svg")).startsWith("<svg ").endsWith("</svg>");
    }

    @Test
    void camelsCatalogLoadsTheComponent() throws IOException {
        try (InputStream packed =
                ToolCatalogIT.class.getResourceAsStream("/META-INF/io/github/camelbackgroundcut/backgroundcut.json")) {
            assertThat(FILES.get("components/backgroundcut.json")).isEqualTo(packed.readAllBytes());
        }
        DefaultCamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent(
                "backgroundcut", BackgroundCutComponent.class.getName(), text("components/backgroundcut.json"));

        assertKnows(catalog);
    }

    /** Which it does like this, with numbers that have become doubles on the way. */
    @Test
    void camelsLanguageServerLoadsTheSettings() throws IOException {
        JsonNode components = json("vscode/settings.json").get("camel.extra-components");
        assertThat(components).hasSize(1);
        DefaultCamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent(
                components.at("/0/component/scheme").asText(),
                components.at("/0/component/javaType").asText(),
                doubles(components.get(0)).toString());

        assertKnows(catalog);
    }

    @Test
    void karavanReadsTheOptionsOfEndpoints() throws IOException {
        JsonNode components = json("karavan/components.json");

        assertThat(components).hasSize(1);
        assertThat(components.get(0)).isEqualTo(without(json("components/backgroundcut.json"), "componentProperties"));
    }

    @Test
    void kaotoShowsEachOptionOfAnEndpoint() throws IOException {
        JsonNode schema = kaotoSchema();

        assertThat(schema.at("/properties").size())
                .isEqualTo(component.getEndpointOptions().size());
        assertThat(component.getEndpointOptions()).isNotEmpty().allSatisfy(option -> {
            JsonNode field = schema.at("/properties/" + option.getName());
            assertThat(field.at("/title").asText()).isEqualTo(option.getDisplayName());
            assertThat(field.at("/description").asText()).isEqualTo(option.getDescription());
            assertThat(field.at("/$comment").asText()).isEqualTo("group:" + option.getGroup());
            assertThat(field.at("/default").asText(null)).isEqualTo(defaultValue(option));
            assertThat(field.at("/type").asText()).isIn("string", "integer", "boolean", "object");
        });
    }

    @Test
    void kaotoShowsEachOptionInItsOwnWay() throws IOException {
        JsonNode schema = kaotoSchema();

        assertThat(schema.at("/required")).extracting(JsonNode::asText).containsExactly("operation");
        assertThat(schema.at("/properties/operation/enum"))
                .extracting(JsonNode::asText)
                .contains("removeBackground", "usage");
        assertThat(schema.at("/properties/operation/type").asText()).isEqualTo("string");
        assertThat(schema.at("/properties/apiKey/format").asText()).isEqualTo("password");
        assertThat(schema.at("/properties/responseTimeout/format").asText()).isEqualTo("duration");
        assertThat(schema.at("/properties/idempotentRepository/format").asText())
                .isEqualTo("bean:org.apache.camel.spi.IdempotentRepository");
        assertThat(schema.at("/properties/maxRetries/default").isInt()).isTrue();
        assertThat(schema.at("/properties/autocrop/default").isBoolean()).isTrue();
        assertThat(schema.at("/properties/variants/type").asText()).isEqualTo("object");
    }

    private static JsonNode kaotoSchema() throws IOException {
        JsonNode entry = json("kaoto/components.json").get("backgroundcut");
        assertThat(without(entry, "propertiesSchema")).isEqualTo(json("components/backgroundcut.json"));
        return entry.get("propertiesSchema");
    }

    private static JsonNode without(JsonNode json, String field) {
        ObjectNode copy = json.deepCopy();
        copy.remove(field);
        return copy;
    }

    private static String defaultValue(BaseOptionModel option) {
        return option.getDefaultValue() == null
                ? null
                : option.getDefaultValue().toString();
    }

    private static void assertKnows(DefaultCamelCatalog catalog) {
        assertThat(catalog.findComponentNames()).contains("backgroundcut");
        assertThat(catalog.componentModel("backgroundcut").getEndpointOptions())
                .extracting(BaseOptionModel::getName)
                .containsExactlyElementsOf(component.getEndpointOptions().stream()
                        .map(BaseOptionModel::getName)
                        .toList());
        assertThat(catalog.validateEndpointProperties(VALID).isSuccess()).isTrue();
        assertThat(catalog.validateEndpointProperties(MISSPELT).getUnknown()).containsExactly("formt");
    }

    private static JsonNode doubles(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(doubles(field.getValue())));
        } else if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, doubles(array.get(i)));
            }
        } else if (json.isNumber()) {
            return DoubleNode.valueOf(json.asDouble());
        }
        return json;
    }

    private static JsonNode json(String file) throws IOException {
        return JSON.readTree(FILES.get(file));
    }

    private static String text(String file) {
        return new String(FILES.get(file), StandardCharsets.UTF_8);
    }
}
