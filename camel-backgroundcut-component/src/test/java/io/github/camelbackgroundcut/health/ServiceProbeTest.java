// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.support.CamelExtension;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServiceProbeTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    private ServiceProbe probe;

    @BeforeEach
    void makeAProbe() {
        probe = new ServiceProbe(camel.context().getExecutorServiceManager());
    }

    @Test
    void tellsWhatItFound() {
        assertThat(probe.ask(() -> ServiceHealth.answered(200), LIMIT).up()).isTrue();
    }

    @Test
    void anErrorIsAnAnswerToo() {
        ServiceHealth health = probe.ask(
                () -> {
                    throw new NoClassDefFoundError("vault/Client");
                },
                LIMIT);

        assertThat(health.up()).isFalse();
        assertThat(health.message()).isEqualTo("The check failed: NoClassDefFoundError");
    }
}
