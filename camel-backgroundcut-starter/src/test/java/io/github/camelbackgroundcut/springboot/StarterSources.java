// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.springboot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.ComponentModel.ComponentOptionModel;

/** The starter's description of the component's options, generated from the catalog. */
final class StarterSources {

    private static final String TYPE =
            BackgroundCutComponentAutoConfiguration.class.getPackageName() + ".BackgroundCutComponentConfiguration";
    private static final String PREFIX = "camel.component.backgroundcut";

    private static final Pattern LINE = Pattern.compile("(\\S.{0,108})(\\s+|$)");

    private final List<ComponentOptionModel> options;

    StarterSources(ComponentModel component) {
        options = component.getComponentOptions();
    }

    /** The class that Spring binds {@code camel.component.backgroundcut.*} to. */
    String javaClass() {
        StringBuilder java = new StringBuilder("""
                // SPDX-License-Identifier: Apache-2.0
                package io.github.camelbackgroundcut.springboot;

                import java.time.Duration;
                import java.util.Map;
                import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
                import org.springframework.boot.context.properties.ConfigurationProperties;

                /**
                 * The options of the BackgroundCut component. What isn't set keeps the component's default, and a misspelt one fails the
                 * start. Made from the catalog by StarterSourcesTest: do not edit.
                 */
                @ConfigurationProperties(prefix = "camel.component.backgroundcut", ignoreUnknownFields = false)
                public class BackgroundCutComponentConfiguration extends ComponentConfigurationPropertiesCommon {
                """);
        for (ComponentOptionModel option : options) {
            java.append("\n    /**\n%s     */\n    private %s %s;\n"
                    .formatted(javadoc(option), type(option), option.getName()));
        }
        for (ComponentOptionModel option : options) {
            java.append("""

                        public %1$s get%2$s() {
                            return %3$s;
                        }

                        public void set%2$s(%1$s %3$s) {
                            this.%3$s = %3$s;
                        }
                    """.formatted(type(option), capitalized(option.getName()), option.getName()));
        }
        return java.append("}\n").toString();
    }

    /** The metadata that IDEs complete properties with. */
    String metadata() throws JsonProcessingException {
        List<Object> properties = new ArrayList<>();
        properties.add(property(
                "customizer.enabled",
                "java.lang.Boolean",
                "Whether the component's options are set from these properties.",
                true));
        properties.add(property(
                "enabled",
                "java.lang.Boolean",
                "Whether the backgroundcut component is configured automatically.",
                true));
        List<Object> hints = new ArrayList<>();
        for (ComponentOptionModel option : options) {
            properties.add(property(
                    dashed(option.getName()), qualifiedType(option), option.getDescription(), defaultValue(option)));
            hint(option, hints);
        }
        Map<String, Object> metadata = new LinkedHashMap<>();
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("name", PREFIX);
        group.put("type", TYPE);
        metadata.put("groups", List.of(group));
        metadata.put("properties", properties);
        metadata.put("hints", hints);
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(metadata) + '\n';
    }

    private static Map<String, Object> property(String name, String type, String description, Object defaultValue) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("name", PREFIX + '.' + name);
        property.put("type", type);
        property.put("description", description);
        property.put("sourceType", TYPE);
        if (defaultValue != null) {
            property.put("defaultValue", defaultValue);
        }
        return property;
    }

    private static void hint(ComponentOptionModel option, List<Object> hints) {
        String name = PREFIX + '.' + dashed(option.getName());
        if (isBean(option)) {
            Map<String, Object> provider = new LinkedHashMap<>();
            provider.put("name", "spring-bean-reference");
            provider.put("parameters", Map.of("target", option.getJavaType()));
            hints.add(hint(name, "providers", provider));
        } else if (option.getEnums() != null && !option.getEnums().isEmpty()) {
            List<Map<String, String>> values = option.getEnums().stream()
                    .map(value -> Map.of("value", value))
                    .toList();
            hints.add(hint(name, "values", values.toArray()));
        }
    }

    private static Map<String, Object> hint(String name, String kind, Object... content) {
        Map<String, Object> hint = new LinkedHashMap<>();
        hint.put("name", name);
        hint.put(kind, List.of(content));
        return hint;
    }

    /** An object is named, as in {@code #bean:tls}, so that Camel looks it up when it creates the component. */
    private static boolean isBean(ComponentOptionModel option) {
        return "object".equals(option.getType()) && !isMap(option);
    }

    private static boolean isMap(ComponentOptionModel option) {
        return option.getJavaType().startsWith("java.util.Map");
    }

    private static String qualifiedType(ComponentOptionModel option) {
        if (isMap(option)) {
            return "java.util.Map<java.lang.String,java.lang.Object>";
        }
        return switch (option.getType()) {
            case "boolean" -> "java.lang.Boolean";
            case "integer" -> "java.lang.Integer";
            case "duration" -> "java.time.Duration";
            case "string", "enum", "object" -> "java.lang.String";
            default -> throw new IllegalArgumentException("What is a " + option.getType() + " in Spring?");
        };
    }

    private static String type(ComponentOptionModel option) {
        return qualifiedType(option)
                .replaceAll("java\\.(lang|time|util)\\.", "")
                .replace(",", ", ");
    }

    private static Object defaultValue(ComponentOptionModel option) {
        Object value = option.getDefaultValue();
        if (value == null) {
            return null;
        }
        return switch (option.getType()) {
            case "duration" -> value + "ms";
            case "integer" -> Integer.valueOf(value.toString());
            case "boolean" -> Boolean.valueOf(value.toString());
            default -> value;
        };
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String javadoc(ComponentOptionModel option) {
        String bean = isBean(option) ? " Name a bean, as in #bean:name, of the type " + option.getJavaType() + '.' : "";
        String text = (option.getDescription() + bean)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("*/", "*&#47;");
        return LINE.matcher(text).replaceAll(line -> "     * " + Matcher.quoteReplacement(line.group(1)) + '\n');
    }
}
