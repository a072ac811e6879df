// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyOfTheApplicationIT {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("camel.component.backgroundcut.api-key", "of-the-application");

    @Test
    void noEmulatorStarts() {
        assertThat(ConfigProvider.getConfig().getOptionalValue("camel.component.backgroundcut.base-url", String.class))
                .isEmpty();
        assertThat(ProcessHandle.current().children())
                .noneMatch(child -> child.info().commandLine().orElse("").contains("EmulatorMain"));
    }
}
