// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.call.Paces.Account;
import io.github.camelbackgroundcut.observe.ComponentMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class PacesTest {

    private static final Account KEY = new Account(Credential.apiKey("secret").account(), "https://host");
    private static final Account TOKENS =
            new Account(Credential.accessToken("token").account(), "https://host");

    private final AtomicLong now = new AtomicLong();
    private final ComponentMetrics metrics = new ComponentMetrics();
    private final Paces paces = new Paces(true, metrics, now::get);

    @Test
    void eachAccountAtEachServiceHasItsOwn() {
        assertThat(paces.of(KEY))
                .isSameAs(paces.of(new Account(Credential.apiKey("secret").account(), "https://host")))
                .isNotSameAs(paces.of(new Account(Credential.apiKey("other").account(), "https://host")))
                .isNotSameAs(paces.of(new Account(Credential.apiKey("secret").account(), "https://other")))
                .isNotSameAs(paces.of(TOKENS));
    }

    @Test
    void allTokensOfAServiceShareOne() {
        assertThat(paces.of(TOKENS))
                .isSameAs(paces.of(new Account(Credential.accessToken("next").account(), "https://host")));
    }

    @Test
    void aNameTellsAccountsApartAndNoSecret() {
        assertThat(KEY).hasToString("API key 2bb80d53 at https://host");
        assertThat(TOKENS).hasToString("access tokens at https://host");
    }

    @Test
    void whatWasLearnedIsShown() {
        assertThat(paces.learned()).isEmpty();

        learn(paces.of(KEY));

        assertThat(paces.learned()).containsOnlyKeys(KEY.toString());
        assertThat(paces.arePaused()).isTrue();
        pass(Duration.ofSeconds(10));
        assertThat(paces.arePaused()).isFalse();
    }

    @Test
    void whatWasLearnedIsAMeter() {
        MeterRegistry meters = new SimpleMeterRegistry();
        DefaultCamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("meters", MeterRegistry.class, meters);
        metrics.measured(request -> null, context, "backgroundcut");

        learn(paces.of(KEY));

        Gauge gauge = meters.get("camel.backgroundcut.pace.learned")
                .tags("account", KEY.toString(), "component", "backgroundcut")
                .gauge();
        assertThat(Math.round(gauge.value())).isEqualTo(paces.learned().get(KEY.toString()));
        metrics.close();
        assertThat(meters.getMeters()).isEmpty();
    }

    private void learn(AdaptivePace pace) {
        pace.refused(pace.now(), Duration.ofSeconds(1));
        pass(Duration.ofSeconds(10));
        pace.refused(pace.now(), Duration.ofSeconds(1));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
