// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code ./mvnw verify -Plive}: the calls of the API against the real service, with the key in the environment. */
class LiveServiceCheck {

    private static final String DEFAULT_BASE_URL = "https://api.backgroundcut.co";

    @Test
    void theServiceKeepsToTheContract() throws Exception {
        String key = System.getenv("BACKGROUNDCUT_API_KEY");
        URI baseUrl = URI.create(
                Optional.ofNullable(System.getenv("BACKGROUNDCUT_BASE_URL")).orElse(DEFAULT_BASE_URL));
        assertThat(key)
                .as("Set the environment variable BACKGROUNDCUT_API_KEY to your API key.")
                .isNotBlank();
        assertThat(System.getProperty("live.confirm"))
                .as(
                        "This makes each call of the API once, at %s, and costs at most %d credits of your account. Add -Dlive.confirm if that is what you want.",
                        baseUrl, LiveCheck.MAX_CREDITS)
                .isNotNull();

        List<LiveCheck.Row> rows = LiveCheck.run(baseUrl, key);

        System.out.println("| call | status | ms | dialect | differs from the contract |");
        System.out.println("|---|---|---|---|---|");
        rows.forEach(System.out::println);
        assertThat(rows).hasSize(6).allMatch(row -> row.status() >= 200 && row.status() < 300);
    }
}
