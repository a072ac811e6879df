// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.observe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.support.LogCapture;
import io.github.camelbackgroundcut.support.StubbedService;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoggingIT extends StubbedService {

    private final LogCapture log = new LogCapture();

    @Override
    protected void configure(DefaultCamelContext context, BackgroundCutComponent component) {
        context.setUseMDCLogging(true);
        component.getConfiguration().setMaxRetries(1);
        component.getConfiguration().setRetryDelay(1);
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void oneLineAtTheStartTellsWhatWasConfigured() {
        stubAll(okJson("{}"));
        succeeded(send("backgroundcut:usage", null));

        assertThat(log.linesWith("Component backgroundcut started"))
                .singleElement()
                .asString()
                .contains(
                        baseUrl(), "dialect=auto", "credential=apiKey (xxxxxx)", "maxConcurrentCalls=20", "proxy=none")
                .doesNotContain(API_KEY);
    }

    @Test
    void anEndpointWithAServiceOfItsOwnNamesIt() {
        String other = baseUrl().replace("localhost", "127.0.0.1");
        stubAll(okJson("{}"));
        succeeded(send("backgroundcut:usage?baseUrl=" + other, null));

        assertThat(log.linesWith("Endpoint backgroundcut:usage started"))
                .containsExactly("Endpoint backgroundcut:usage started: baseUrl=" + other);
    }

    @Test
    void anEndpointWithTheServiceOfItsComponentHasNoLine() {
        stubAll(okJson("{}"));
        succeeded(send("backgroundcut:usage", null));

        assertThat(log.linesWith("Endpoint backgroundcut:")).isEmpty();
    }

    @Test
    void eachCallHasALineWithPathStatusBytesAndTime() {
        stubProcess("shop/mug.png");
        succeeded(send("backgroundcut:process", "shop/mug.jpg"));

        assertThat(log.linesWith("process: POST " + PROCESS))
                .singleElement()
                .asString()
                .matches(
                        "process: POST \\S+ answered 200 after \\d+ ms, [1-9]\\d* bytes sent, [1-9]\\d* bytes received");
    }

    @Test
    void theLinesOfThePoolsThreadsBearTheExchangeAlsoAfterAWait() throws Exception {
        stubAll(aResponse().withStatus(503));
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:mdc").routeId("mdc-route").to("backgroundcut:usage");
            }
        });
        for (int i = 0; i < 3; i++) {
            String id = camel.template().send("direct:mdc", exchange -> {}).getExchangeId();

            assertThat(log.contextsOf("answered 503").subList(2 * i, 2 * i + 2))
                    .allSatisfy(context -> assertThat(context)
                            .containsEntry("camel.exchangeId", id)
                            .containsEntry("camel.routeId", "mdc-route"));
        }
    }
}
