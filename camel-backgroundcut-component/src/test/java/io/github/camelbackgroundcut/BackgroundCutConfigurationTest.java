// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.api.Timeouts;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackgroundCutConfigurationTest {

    private final BackgroundCutConfiguration configuration = new BackgroundCutConfiguration();

    @Test
    void copiesEveryOption() {
        configuration.setApiKey("key");
        configuration.setBaseUrl("https://host");
        configuration.setFormat("webp");
        configuration.setForegroundPoints("1,2");
        configuration.setProcessTimeout(7);

        assertThat(configuration.copy()).usingRecursiveComparison().isEqualTo(configuration);
    }

    @Test
    void aCopyDoesNotSeeLaterChanges() {
        BackgroundCutConfiguration copy = configuration.copy();

        configuration.setFormat("webp");

        assertThat(copy.getFormat()).isEqualTo("png");
    }

    @Test
    void aCopyHasItsOwnVariants() {
        configuration.getVariants().put("thumb", new HashMap<>(Map.of("format", "webp")));
        BackgroundCutConfiguration copy = configuration.copy();

        copy.getVariants().put("large", Map.of());

        assertThat(configuration.getVariants()).containsOnlyKeys("thumb");
    }

    @Test
    void aCopyHasItsOwnFieldsOfAVariant() {
        Map<String, Object> fields = new HashMap<>(Map.of("format", "webp"));
        configuration.getVariants().put("thumb", fields);
        BackgroundCutConfiguration copy = configuration.copy();

        fields.put("format", "png");

        assertThat(copy.getVariants()).containsEntry("thumb", Map.of("format", "webp"));
    }

    @Test
    void hasTheTimeoutsOfTheVendorsGuide() {
        Timeouts timeouts = configuration.timeouts();

        assertThat(timeouts.response()).isEqualTo(Duration.ofSeconds(60));
        assertThat(timeouts.process()).isEqualTo(Duration.ofSeconds(300));
    }

    @Test
    void refusesATimeoutOfNothing() {
        configuration.setResponseTimeout(0);

        assertThatThrownBy(configuration::timeouts)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("responseTimeout is 0 ms: use a positive time, such as 60s");
    }
}
