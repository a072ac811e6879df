// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.observe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.ServiceDialect;
import io.github.camelbackgroundcut.support.StubbedService;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DevConsoleIT extends StubbedService {

    private static final String OWN_KEY = "own-SECRET-key";

    private DevConsole console;

    /** As {@code camel.main.dev-console-enabled=true} does it. */
    @BeforeEach
    void findIt() {
        camel.context().setDevConsole(true);
        DevConsoleRegistry registry =
                camel.context().getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        registry.loadDevConsoles(true);
        console = registry.getConsole("backgroundcut").orElseThrow();
    }

    @Test
    void showsEndpointsCallsAndPool() {
        stubAll(okJson("{}"));
        succeeded(send("backgroundcut:usage?apiKey=" + OWN_KEY, null));

        assertThat(json())
                .contains("\"operation\":\"usage\"", "\"usage.succeeded\":1", "\"maxConcurrentCalls\":20")
                .contains("apiKey=xxxxxx", baseUrl())
                .doesNotContain(OWN_KEY);
        assertThat(text())
                .contains("operation: usage", "usage.succeeded: 1", "maxConcurrentCalls: 20")
                .doesNotContain(OWN_KEY);
    }

    @Test
    void showsTheDialectAsFarAsItIsKnown() {
        stubStore();
        STORE.speak(ServiceDialect.KEYS);
        camel.context().getEndpoint("backgroundcut:upload").start();
        assertThat(json()).contains("\"dialect\":\"auto\"");

        succeeded(send("backgroundcut:upload", Pictures.jpeg(8, 8)));

        assertThat(json()).contains("\"dialect\":\"auto (keys)\"", "\"upload.refused\":1");
    }

    @Test
    void showsTheLatestErrorsFirst() {
        stubAll(aResponse().withStatus(503));
        send("backgroundcut:usage", null);
        send("backgroundcut:upload", null);

        assertThat(json())
                .containsSubsequence("\"operation\":\"upload\"", "The message body is empty")
                .contains("\"status\":503", "\"call\":\"usage\"", "usage.refused");
        assertThat(text()).contains("status: 503").doesNotContain(API_KEY);
    }

    @Test
    void keepsTheLatestErrorsOnly() {
        for (int i = 0; i < 15; i++) {
            send("backgroundcut:upload", null);
        }

        assertThat(text().split("exchangeId:", -1)).hasSize(11);
    }

    private String json() {
        return ((JsonObject) console.call(DevConsole.MediaType.JSON)).toJson().replace("\\/", "/");
    }

    private String text() {
        return console.call(DevConsole.MediaType.TEXT).toString();
    }
}
