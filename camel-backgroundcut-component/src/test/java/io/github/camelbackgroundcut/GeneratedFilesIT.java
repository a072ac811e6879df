// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The built jar has what Camel looks for: the generator runs after the compiler, so a build without committed sources would
 * pack a jar without them and stay green.
 */
class GeneratedFilesIT {

    private static final String SERVICES = "META-INF/services/org/apache/camel/";
    private static final String PACKAGE = "io.github.camelbackgroundcut.";

    private static JarFile jar;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(Path.of(System.getProperty("component.jar")).toFile());
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @ParameterizedTest
    @CsvSource({
        "component/backgroundcut, BackgroundCutComponent",
        "configurer/backgroundcut-component, BackgroundCutComponentConfigurer",
        "configurer/backgroundcut-endpoint, BackgroundCutEndpointConfigurer",
        "configurer/io.github.camelbackgroundcut.BackgroundCutConfiguration, BackgroundCutConfigurationConfigurer",
        "dev-console/backgroundcut, BackgroundCutDevConsole",
        "urifactory/backgroundcut-endpoint, BackgroundCutEndpointUriFactory",
    })
    void namesAClassThatItHas(String service, String type) throws IOException {
        assertThat(text(SERVICES + service).lines()).contains("class=" + PACKAGE + type);
        assertThat(jar.getEntry((PACKAGE + type).replace('.', '/') + ".class")).isNotNull();
    }

    /** The files in which tools find the components of a jar. */
    @Test
    void listsItsComponents() throws IOException {
        assertThat(text("META-INF/services/org/apache/camel/component.properties")
                        .lines())
                .contains(
                        "components=backgroundcut",
                        "groupId=io.github.camelbackgroundcut",
                        "artifactId=camel-backgroundcut");
    }

    @Test
    void namesItsTypeConverters() throws IOException {
        assertThat(text(SERVICES + "TypeConverterLoader").lines()).contains(PACKAGE + "convert.CutoutConverterLoader");
        assertThat(jar.getEntry("io/github/camelbackgroundcut/convert/CutoutConverterLoader.class"))
                .isNotNull();
    }

    @Test
    void hasItsEntryOfTheCatalog() throws IOException {
        ComponentModel model =
                JsonMapper.generateComponentModel(text("META-INF/io/github/camelbackgroundcut/backgroundcut.json"));

        assertThat(model.getJavaType()).isEqualTo(BackgroundCutComponent.class.getName());
        assertThat(model.getArtifactId()).isEqualTo("camel-backgroundcut");
        assertThat(model.isProducerOnly()).isTrue();
        assertThat(model.getEndpointHeaders()).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"io/github/camelbackgroundcut/emulator/", "io/github/camelbackgroundcut/support/"})
    void hasNothingThatIsForTestsOnly(String folder) {
        assertThat(jar.stream()).noneMatch(entry -> entry.getName().startsWith(folder));
    }

    private static String text(String entry) throws IOException {
        assertThat(jar.getEntry(entry)).as(entry).isNotNull();
        try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
