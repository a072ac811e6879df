// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"api-key", "apiKey", "access-token", "accessTokenProvider", "base-url", "configuration"})
    void anApplicationNamesAServiceOrACredential(String option) {
        String property = "camel.component.backgroundcut." + option;

        assertThat(ServiceSettings.find(properties(property, "any"))).contains(property);
    }

    @Test
    void optionsOfPicturesNameNone() {
        assertThat(ServiceSettings.find(properties("camel.component.backgroundcut.format", "webp")))
                .isEmpty();
    }

    @Test
    void aPropertyOfAnotherProfileIsNotSet() {
        assertThat(ServiceSettings.find(properties("%prod." + ServiceSettings.API_KEY, "any")))
                .isEmpty();
    }

    /** Its value would win over the emulator's key. */
    @Test
    void anEmptyKeyIsSet() {
        assertThat(ServiceSettings.find(properties(ServiceSettings.API_KEY, "${NO_SUCH_VARIABLE:}")))
                .contains(ServiceSettings.API_KEY);
    }

    @Test
    void aKeyInTheEnvironmentIsSet() {
        SmallRyeConfig environment =
                config(new EnvConfigSource(Map.of("CAMEL_COMPONENT_BACKGROUNDCUT_API_KEY", "any"), 300));

        assertThat(ServiceSettings.find(environment)).contains(ServiceSettings.API_KEY);
    }

    private static SmallRyeConfig properties(String name, String value) {
        return config(new PropertiesConfigSource(Map.of(name, value), "application.properties", 250));
    }

    private static SmallRyeConfig config(ConfigSource source) {
        return new SmallRyeConfigBuilder()
                .withProfile("test")
                .addDefaultInterceptors()
                .withSources(source)
                .build();
    }
}
