// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.observe.Counters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The component's page is correct: its tables are generated from the catalog JSON, and its URIs are valid.
 *
 * <p>After a change of options, {@code ./mvnw test -pl camel-backgroundcut-component -am -Dtest=DocumentationTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update=true} writes the tables anew.
 */
class DocumentationTest {

    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/backgroundcut-component.md");
    private static final Path PAYING = ROOT.resolve("docs/paying-once.md");
    private static final Path MONITORING = ROOT.resolve("docs/monitoring.md");
    private static final Pattern URI = Pattern.compile("(?<!\\w)backgroundcut:[a-z]\\w*(\\?[^\\s\"'`)]*)?");

    @Test
    void tablesAreThoseOfTheCatalog() throws IOException {
        ComponentModel model = JsonMapper.generateComponentModel(catalogJson());
        String page = Files.readString(PAGE);

        String expected = page;
        expected = withTable(expected, "component options", model.getComponentOptions());
        expected = withTable(expected, "path parameters", model.getEndpointPathOptions());
        expected = withTable(expected, "query parameters", model.getEndpointParameterOptions());
        expected = withTable(expected, "headers", model.getEndpointHeaders());
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(PAGE, expected);
            page = expected;
        }

        assertThat(page).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Counters.Event.class)
    void namesEachMeter(Counters.Event event) throws IOException {
        assertThat(Files.readString(MONITORING)).contains("`camel.backgroundcut." + event.meter() + "`");
    }

    @Test
    void namesEachErrorThatTheServiceCanCause() throws IOException {
        String page = Files.readString(PAGE);
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/github/camelbackgroundcut/api/error"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith("Exception.java")))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(name -> assertThat(page).contains('`' + name.replace(".java", "") + '`'));
        }
    }

    @ParameterizedTest
    @MethodSource("pagesWithUris")
    void urisAreValid(Path page) throws IOException {
        DefaultCamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("backgroundcut", BackgroundCutComponent.class.getName(), catalogJson());

        assertThat(uris(page))
                .isNotEmpty()
                .map(catalog::validateEndpointProperties)
                .filteredOn(result -> !result.isSuccess())
                .map(result -> result.summaryErrorMessage(false))
                .isEmpty();
    }

    @Test
    void urisAreFound() {
        assertThat(pagesWithUris())
                .contains(PAGE, ROOT.resolve("README.md"), ROOT.resolve("examples/jbang/remove-background.camel.yaml"));
        assertThat(uris(PAGE)).hasSizeGreaterThan(10).anyMatch(uri -> uri.contains("&"));
    }

    /** Of a repository; the tests of several processes make it, too. */
    @Test
    void theTableIsTheOneThatTheRepositoryMakes() throws IOException {
        assertThat(Files.readString(PAYING).replaceAll("\\s+", " "))
                .contains(new JdbcMessageIdRepository().getCreateString());
    }

    private static List<String> uris(Path page) {
        try {
            // In XML an ampersand is written so.
            return URI.matcher(Files.readString(page).replace("&amp;", "&"))
                    .results()
                    .map(MatchResult::group)
                    .filter(uri -> !uri.equals("backgroundcut:operation"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole routes in YAML; what is only a step of one is left out. */
    static Stream<String> yamlRoutes() throws IOException {
        return YAML.matcher(Files.readString(PAGE) + Files.readString(PAYING))
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains("- route:"));
    }

    @ParameterizedTest
    @MethodSource("yamlRoutes")
    void yamlRoutesCanBeLoaded(String yaml, @TempDir Path folder) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            // The folders of the page aren't ours to read.
            context.setAutoStartup(false);
            BackgroundCutComponent component = new BackgroundCutComponent();
            component.getConfiguration().setApiKey("test-key");
            context.addComponent("backgroundcut", component);
            context.start();

            String inFolder = yaml.replace("jdbc:sqlite:", "jdbc:sqlite:" + folder + "/");
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("page.camel.yaml", inFolder));

            assertThat(context.getRoutes()).hasSize(1);
        }
    }

    static List<Path> pagesWithUris() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file ->
                            file.toString().endsWith(".md") || file.toString().endsWith(".camel.yaml"))
                    .filter(file -> !file.toString().contains("target"))
                    .filter(file -> !uris(file).isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withTable(String page, String name, List<? extends BaseOptionModel> options) {
        String start = "<!-- " + name + ": start -->\n";
        String end = "<!-- " + name + ": end -->";
        assertThat(page).contains(start, end);
        return page.substring(0, page.indexOf(start) + start.length())
                + table(options)
                + page.substring(page.indexOf(end));
    }

    private static String table(List<? extends BaseOptionModel> options) {
        StringBuilder table = new StringBuilder("| Name | Description | Default | Type |\n|---|---|---|---|\n");
        for (BaseOptionModel option : options) {
            table.append("| ")
                    .append(code(name(option)))
                    .append(group(option))
                    .append(" | ")
                    .append(option.isRequired() ? "**Required.** " : "")
                    .append(option.getDescription().replace("|", "\\|"))
                    .append(enums(option))
                    .append(" | ")
                    .append(
                            option.getDefaultValue() == null
                                    ? ""
                                    : code(option.getDefaultValue().toString()))
                    .append(" | ")
                    .append("duration".equals(option.getType()) ? "duration" : code(option.getShortJavaType()))
                    .append(" |\n");
        }
        return table.toString();
    }

    /** On an endpoint several parameters share the prefix; on the component there is one map. */
    private static String name(BaseOptionModel option) {
        boolean parameter = "parameter".equals(option.getKind());
        return parameter && option.isMultiValue() ? option.getPrefix() + "*" : option.getName();
    }

    private static String group(BaseOptionModel option) {
        String group = option.getGroup();
        return group == null || group.equals("producer") || group.equals("common") ? "" : " (" + group + ")";
    }

    private static String enums(BaseOptionModel option) {
        return option.getEnums() == null || option.getEnums().isEmpty()
                ? ""
                : " One of " + String.join(", ", option.getEnums()) + '.';
    }

    private static String code(String text) {
        return '`' + text + '`';
    }

    private static String catalogJson() throws IOException {
        try (InputStream json = DocumentationTest.class.getResourceAsStream(
                "/META-INF/io/github/camelbackgroundcut/backgroundcut.json")) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
