// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BackgroundCutServiceTest {

    @Test
    void aKeyChoosesTheRealService() {
        try (BackgroundCutService service = BackgroundCutService.choose(Map.of("BACKGROUNDCUT_API_KEY", "k-123"))) {
            assertThat(service.baseUrl()).isEqualTo("https://api.backgroundcut.co");
            assertThat(service.description()).contains("costs credits").doesNotContain("k-123");
        }
    }

    @Test
    void anAddressMayEndInASlash() {
        try (BackgroundCutService service = BackgroundCutService.at("https://api.example/", "k-123")) {
            assertThat(service.baseUrl()).isEqualTo("https://api.example");
        }
    }

    @Test
    void anAddressWithoutAKeyIsRefused() {
        assertThatThrownBy(() -> BackgroundCutService.choose(Map.of("BACKGROUNDCUT_BASE_URL", "https://api.example")))
                .hasMessageContaining("BACKGROUNDCUT_API_KEY is not");
    }

    @Test
    void aPortThatIsNoneIsNamed() {
        assertThatThrownBy(() -> BackgroundCutService.choose(Map.of("TOKENSERVER_EMULATOR_PORT", "abc")))
                .hasMessage("TOKENSERVER_EMULATOR_PORT is no port: abc");
    }
}
