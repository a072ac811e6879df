// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.camelbackgroundcut.api.error.RateLimitedException;
import io.github.camelbackgroundcut.api.error.ServiceUnavailableException;
import io.github.camelbackgroundcut.support.StubbedService;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** 429: what the service asks to wait, the route's error handler waits. */
class RateLimitIT extends StubbedService {

    @Test
    void tellsTheRouteToWaitAsManySeconds() {
        stubRateLimit("7");

        Exchange exchange = send("backgroundcut:usage", null);

        assertThat(failure(exchange, RateLimitedException.class).getRetryAfter())
                .contains(Duration.ofSeconds(7));
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(7_000L);
    }

    @Test
    void tellsTheRouteToWaitUntilADate() {
        stubRateLimit(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(30)));

        Exchange exchange = send("backgroundcut:usage", null);

        assertThat(failure(exchange, RateLimitedException.class).getRetryAfter().orElseThrow())
                .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY, Long.class))
                .isBetween(20_000L, 30_000L);
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of("backgroundcut:usage", 60_000L),
                Arguments.of("backgroundcut:usage?maxRetryAfter=5s", 5_000L));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void tellsTheRouteNotToWaitLongerThanItMay(String uri, long wait) {
        stubRateLimit("3600");

        Exchange exchange = send(uri, null);

        assertThat(failure(exchange, RateLimitedException.class).getRetryAfter())
                .contains(Duration.ofHours(1));
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(wait);
    }

    @Test
    void leavesTheWaitToTheRouteIfTheServiceDoesNotTell() {
        stubAll(aResponse().withStatus(429));

        Exchange exchange = send("backgroundcut:usage", null);

        assertThat(failure(exchange, RateLimitedException.class).getRetryAfter())
                .isEqualTo(Optional.empty());
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
    }

    @Test
    void takesItsWaitBackWhenTheNextAttemptFailsForAnotherReason() throws Exception {
        stubRateLimit("7");
        Exchange exchange = send("backgroundcut:usage", null);
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(7_000L);
        exchange.setException(null);

        stubAll(aResponse().withStatus(503));
        camel.template().send("backgroundcut:usage", exchange);

        failure(exchange, ServiceUnavailableException.class);
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
    }

    @Test
    void takesBackNoWaitThatTheRouteHasSet() {
        stubAll(aResponse().withStatus(503));

        Exchange exchange = send("backgroundcut:usage", null, Map.of(Exchange.REDELIVERY_DELAY, 17L));

        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(17L);
    }

    @Test
    void aRouteWaitsAsLongAsTheServiceAsksAndThenSucceeds() throws Exception {
        SERVICE.stubFor(get(urlEqualTo(USAGE))
                .inScenario("attempts")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "1"))
                .willSetStateTo("second"));
        SERVICE.stubFor(get(urlEqualTo(USAGE))
                .inScenario("attempts")
                .whenScenarioStateIs("second")
                .willReturn(okJson("{\"used\": 1}")));
        addRouteThatTriesTwice();

        Exchange exchange = succeeded(send("direct:in", null));

        assertThat(exchange.getMessage().getBody()).isEqualTo(Map.of("used", 1));
        assertThat(requests()).hasSize(2);
        Duration waited = Duration.between(
                requests().get(0).getLoggedDate().toInstant(),
                requests().get(1).getLoggedDate().toInstant());
        assertThat(waited).isGreaterThanOrEqualTo(Duration.ofMillis(950));
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
    }

    private static void stubRateLimit(String retryAfter) {
        stubAll(aResponse().withStatus(429).withHeader("Retry-After", retryAfter));
    }

    private void addRouteThatTriesTwice() throws Exception {
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(RateLimitedException.class)
                        .maximumRedeliveries(1)
                        .redeliveryDelay(20)
                        .logRetryAttempted(false);
                from("direct:in").to("backgroundcut:usage");
            }
        });
    }
}
