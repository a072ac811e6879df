// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The starter forgets no option: its properties are those of the component's catalog entry.
 *
 * <p>After a change of options, {@code ./mvnw test -pl camel-backgroundcut-starter -am -Dtest=StarterSourcesTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dstarter.update=true} writes them anew.
 */
class StarterSourcesTest {

    private static final Path GENERATED = Path.of("src/generated");

    private static StarterSources expected;

    @BeforeAll
    static void readTheCatalog() throws IOException {
        try (InputStream json = BackgroundCutComponent.class.getResourceAsStream(
                "/META-INF/io/github/camelbackgroundcut/backgroundcut.json")) {
            expected = new StarterSources(
                    JsonMapper.generateComponentModel(new String(json.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    @Test
    void propertiesAreThoseOfTheCatalog() throws IOException {
        check(
                "java/io/github/camelbackgroundcut/springboot/BackgroundCutComponentConfiguration.java",
                expected.javaClass());
    }

    @Test
    void metadataIsThatOfTheCatalog() throws IOException {
        check("resources/META-INF/spring-configuration-metadata.json", expected.metadata());
    }

    private static void check(String name, String content) throws IOException {
        Path file = GENERATED.resolve(name);
        if (Boolean.getBoolean("starter.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file).hasContent(content);
    }
}
