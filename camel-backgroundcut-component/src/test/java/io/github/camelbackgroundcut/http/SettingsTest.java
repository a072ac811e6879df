// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536})
    void refusesAPortThatIsNone(int port) {
        assertThatThrownBy(() -> new ProxySettings("proxy", port, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("proxyPort is " + port + ": use 1 to 65535");
    }

    @Test
    void refusesAPoolOfNoConnections() {
        assertThatThrownBy(() -> new HttpSettings(
                        0, Duration.ofSeconds(1), Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxConcurrentCalls is 0: use 1 or more");
    }

    @Test
    void masksALoginWhenPrinted() {
        ProxySettings settings =
                new ProxySettings("proxy", 3128, Optional.of(new ProxySettings.Login("user-1", "password-1")));

        assertThat(settings.toString()).contains("proxy", "3128", "xxxxxx").doesNotContain("user-1", "password-1");
    }
}
