// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelbackgroundcut.emulator.EmulatorConfiguration.Builder;
import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EmulatorConfigurationTest {

    @Test
    void hasTheDocumentedDefaults() {
        EmulatorConfiguration configuration = EmulatorConfiguration.builder().build();

        assertThat(configuration.host()).isEqualTo("127.0.0.1");
        assertThat(configuration.port()).isZero();
        assertThat(configuration.apiKey()).isEqualTo("emulator-key");
        assertThat(configuration.fileExpiry()).isEqualTo(Duration.ofHours(2));
        assertThat(configuration.quotaBytes()).isEqualTo(10_000_000_000L);
        assertThat(configuration.maxUploadBytes()).isEqualTo(256L * 1024 * 1024);
        assertThat(configuration.maxPixels()).isEqualTo(50_000_000);
        assertThat(configuration.engine()).isEmpty();
        assertThat(configuration.storageDirectory()).isEmpty();
        assertThat(configuration.dialect()).isEqualTo(Dialect.BOTH);
        assertThat(configuration.plan()).isEqualTo(Plan.unlimited());
        assertThat(configuration.faults().isEmpty()).isTrue();
    }

    @Test
    void keepsTheKeyToItself() {
        assertThat(EmulatorConfiguration.builder().apiKey("secret").build().toString())
                .doesNotContain("secret");
    }

    @Test
    void wrongFaultsAreExplained() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmulatorConfiguration.builder().faults("process.banana=1"))
                .withMessageContaining("banana");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesAWrongValue(String name, Builder builder) {
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageStartingWith(name);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("host", EmulatorConfiguration.builder().host(" ")),
                Arguments.of("port", EmulatorConfiguration.builder().port(-1)),
                Arguments.of("port", EmulatorConfiguration.builder().port(65_536)),
                Arguments.of("apiKey", EmulatorConfiguration.builder().apiKey("")),
                Arguments.of("apiKey", EmulatorConfiguration.builder().apiKey("two words")),
                Arguments.of("apiKey", EmulatorConfiguration.builder().apiKey("schlüssel")),
                Arguments.of("apiKeys", EmulatorConfiguration.builder().apiKeys(List.of())),
                Arguments.of("apiKeys", EmulatorConfiguration.builder().apiKeys(List.of("twice", "twice"))),
                Arguments.of("fileExpiry", EmulatorConfiguration.builder().fileExpiry(Duration.ZERO)),
                Arguments.of("quotaBytes", EmulatorConfiguration.builder().quotaBytes(0)),
                Arguments.of("maxUploadBytes", EmulatorConfiguration.builder().maxUploadBytes(0)),
                Arguments.of("maxPixels", EmulatorConfiguration.builder().maxPixels(0)));
    }
}
