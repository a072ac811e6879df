// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.BackgroundCutConfiguration;
import io.github.camelbackgroundcut.api.ApiCall;
import io.github.camelbackgroundcut.api.BackgroundCutClient;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.api.Transport;
import io.github.camelbackgroundcut.observe.Counters.Outcome;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MeasuringTransportTest {

    private final Counters counters = new Counters();
    private final AtomicInteger active = new AtomicInteger();

    @Test
    void aLostCallIsNoLongerUnderWay() {
        assertThatThrownBy(() -> call(request -> {
                    throw new IOException("reset");
                }))
                .hasMessage("reset");

        assertThat(active).hasValue(0);
        assertThat(counters.calls(ApiCall.USAGE, Outcome.LOST)).isEqualTo(1);
    }

    @Test
    void neitherIsOneThatEndsWithAnError() {
        assertThatThrownBy(() -> call(request -> {
                    throw new NoClassDefFoundError("tls/Provider");
                }))
                .hasMessage("tls/Provider");

        assertThat(active).hasValue(0);
        assertThat(counters.calls(ApiCall.USAGE, Outcome.LOST)).isEqualTo(1);
    }

    private void call(Transport transport) throws Exception {
        Transport measured = new MeasuringTransport(transport, counters, active, call -> {});
        new BackgroundCutClient(measured, URI.create("http://localhost"), new BackgroundCutConfiguration().timeouts())
                .usage(Credential.apiKey("test-key"));
    }
}
