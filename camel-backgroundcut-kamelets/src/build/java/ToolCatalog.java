// SPDX-License-Identifier: Apache-2.0
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The component in the words of tools that people build routes with: a step of the build, which packs the files with the Kamelets.
 *
 * <p>Each tool has Camel's catalog in a form of its own. Here is an entry for each of them.
 */
final class ToolCatalog {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The same bytes on each system. */
    private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private static final String COMPONENT = "META-INF/io/github/camelbackgroundcut/backgroundcut.json";
    private static final Pattern ICON = Pattern.compile("kamelet\\.icon: \"data:image/svg\\+xml;base64,([^\"]+)\"");

    private ToolCatalog() {}

    /** @param arguments a Kamelet, for its icon; and the folder to write to */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        byte[] json;
        try (InputStream resource = ClassLoader.getSystemResourceAsStream(COMPONENT)) {
            json = resource.readAllBytes();
        }
        write(folder.resolve("components/backgroundcut.json"), json);
        write(folder.resolve("icons/backgroundcut.svg"), icon(Path.of(arguments[0])));

        ObjectNode component = (ObjectNode) JSON.readTree(json);
        write(
                folder.resolve("vscode/settings.json"),
                JSON.createObjectNode()
                        .set("camel.extra-components", JSON.createArrayNode().add(component)));
        write(
                folder.resolve("karavan/components.json"),
                JSON.createArrayNode().add(component.deepCopy().without("componentProperties")));
        write(
                folder.resolve("kaoto/components.json"),
                JSON.createObjectNode()
                        .set("backgroundcut", component.deepCopy().set("propertiesSchema", kaotoSchema(component))));
    }

    private static byte[] icon(Path kamelet) throws IOException {
        return ICON.matcher(Files.readString(kamelet))
                .results()
                .map((MatchResult icon) -> Base64.getDecoder().decode(icon.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(kamelet + " has no icon"));
    }

    /** The form that Kaoto shows for an endpoint, as a JSON schema. */
    private static ObjectNode kaotoSchema(JsonNode component) {
        ObjectNode schema = JSON.createObjectNode()
                .put("$schema", "http://json-schema.org/draft-07/schema#")
                .put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        component.get("properties").properties().forEach(option -> {
            properties.set(option.getKey(), kaotoField(option.getValue()));
            if (option.getValue().get("required").asBoolean()) {
                schema.withArray("required").add(option.getKey());
            }
        });
        return schema;
    }

    private static ObjectNode kaotoField(JsonNode option) {
        ObjectNode field = JSON.createObjectNode();
        field.set("title", option.get("displayName"));
        field.set("description", option.get("description"));
        String type = option.get("type").asText();
        String javaType = option.get("javaType").asText();
        boolean bean = type.equals("object") && !javaType.startsWith("java.util.Map");
        field.put("type", bean || type.equals("enum") || type.equals("duration") ? "string" : type);
        if (option.has("enum")) {
            field.set("enum", option.get("enum"));
        }
        field.put("$comment", "group:" + option.get("group").asText());
        if (bean) {
            field.put("format", "bean:" + javaType);
        } else if (type.equals("duration")) {
            field.put("format", "duration");
        } else if (option.get("secret").asBoolean()) {
            field.put("format", "password");
        }
        if (option.has("defaultValue")) {
            JsonNode value = option.get("defaultValue");
            boolean typed = type.equals("boolean") || type.equals("integer");
            field.set("default", typed ? value : JSON.getNodeFactory().textNode(value.asText()));
        }
        return field;
    }

    private static void write(Path file, JsonNode json) throws IOException {
        write(file, (WRITER.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
