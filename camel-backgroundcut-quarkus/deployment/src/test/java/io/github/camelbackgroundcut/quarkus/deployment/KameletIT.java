// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.camel.ProducerTemplate;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KameletIT {

    private static final Pattern PROPERTIES =
            Pattern.compile("## Kamelets and drops\n.*?```properties\n(.*?)```", Pattern.DOTALL);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(
                    jar -> jar.addAsResource(new StringAsset(propertiesOfThePage()), "application.properties"));

    @Inject
    ProducerTemplate camel;

    @Test
    void aKameletCallsTheEmulatorWithThePropertiesOfThePage() {
        Path picture = Path.of("../../examples/file-drop/samples/mug.jpg").toAbsolutePath();

        byte[] cutout = camel.requestBody(
                "kamelet:backgroundcut-remove-background-action?maxResolution=40000", picture.toFile(), byte[].class);

        assertThat(cutout).startsWith(0x89, 'P', 'N', 'G');
    }

    private static String propertiesOfThePage() {
        try {
            return PROPERTIES
                    .matcher(Files.readString(Path.of("../../docs/quarkus.md")))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
