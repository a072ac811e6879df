// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.apache.camel.ProducerTemplate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmulatorInTestModeIT {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication();

    @Inject
    ProducerTemplate camel;

    @ConfigProperty(name = "camel.component.backgroundcut.base-url")
    String baseUrl;

    @Test
    void withoutAKeyAnEmulatorCutsOutPictures() {
        Path picture = Path.of("../../examples/file-drop/samples/mug.jpg").toAbsolutePath();

        byte[] cutout =
                camel.requestBody("backgroundcut:removeBackground?maxResolution=40000", picture.toFile(), byte[].class);

        assertThat(cutout).startsWith(0x89, 'P', 'N', 'G');
        assertThat(baseUrl).startsWith("http://127.0.0.1:");
    }
}
