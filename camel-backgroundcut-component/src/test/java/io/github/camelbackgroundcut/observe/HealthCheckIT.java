// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.observe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.AccessTokenProvider;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.support.RawServer;
import io.github.camelbackgroundcut.support.StubbedService;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.apache.camel.Endpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service's health, as Camel's own health checks tell it. */
class HealthCheckIT extends StubbedService {

    private static final String TOKEN_TEXT = "eyJ-health-token";

    @Override
    protected void configure(DefaultCamelContext context, BackgroundCutComponent component) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.register(registry.resolveById("producers"));
        // Otherwise those that are up are shown as one.
        registry.setExposureLevel("full");
    }

    @Test
    void isUpWhenTheServiceTakesTheKey() {
        stubAll(okJson("{\"used\": 1}"));

        HealthCheck.Result result = check("backgroundcut:removeBackground");

        assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(result.getDetails())
                .containsEntry("authorised", "yes")
                .containsEntry(HealthCheck.HTTP_RESPONSE_CODE, 200)
                .containsEntry("service.url", baseUrl());
        assertThat(onlyRequest().getUrl()).isEqualTo(USAGE);
        assertThat(result.getCheck().getId()).startsWith("producer:backgroundcut-removeBackground-");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 500})
    void isDownWhenTheServiceDoesNot(int status) {
        stubAll(aResponse().withStatus(status).withBody("no such key: " + API_KEY));

        HealthCheck.Result result = check("backgroundcut:usage");

        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getDetails()).containsEntry(HealthCheck.HTTP_RESPONSE_CODE, status);
        assertNoSecret(result);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void isUpButUnknownWhenATokenIsNotForUsage(int status) {
        stubAll(aResponse().withStatus(status));

        HealthCheck.Result result = check("backgroundcut:process?accessToken=" + TOKEN_TEXT);

        assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(result.getDetails()).containsEntry("authorised", "unknown");
        assertNoSecret(result);
    }

    @Test
    void aProviderIsNotAskedForATokenThatBelongsToAMessage() {
        stubAll(aResponse().withStatus(401));
        camel.context().getRegistry().bind("tokens", (AccessTokenProvider) exchange -> {
            throw new IllegalStateException("asked");
        });

        HealthCheck.Result result = check("backgroundcut:process?accessTokenProvider=#tokens");

        assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(onlyRequest().containsHeader("Authorization")).isFalse();
    }

    @Test
    void isUpWhenTheServiceAsksToSlowDown() {
        stubAll(aResponse().withStatus(429));

        assertThat(check("backgroundcut:usage").getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void isDownWhenNobodyListens() throws IOException {
        RawServer gone = RawServer.silent();
        gone.close();

        HealthCheck.Result result = check("backgroundcut:usage?baseUrl=" + gone.baseUrl());

        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage())
                .hasValueSatisfying(text -> assertThat(text).contains("CONNECT"));
    }

    @Test
    void isDownAfterItsTimeWhenTheServiceIsSilent() throws IOException {
        try (RawServer silent = RawServer.silent()) {
            camel.context()
                    .getComponent("backgroundcut", BackgroundCutComponent.class)
                    .getConfiguration()
                    .setResponseTimeout(120_000);
            Instant before = Instant.now();

            HealthCheck.Result result = check("backgroundcut:usage?responseTimeout=200&baseUrl=" + silent.baseUrl());

            assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
            // Far from the component's own time, and far enough for a busy machine.
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(60));
        }
    }

    @Test
    void oneCallServesAllEndpointsWithTheSameKey() {
        stubAll(okJson("{}"));
        endpoint("backgroundcut:usage");
        endpoint("backgroundcut:upload");

        assertThat(invoke()).hasSize(2);
        assertThat(invoke()).hasSize(2);

        assertThat(requests()).hasSize(1);
    }

    @Test
    void isOffUntilItIsTurnedOn() {
        endpoint("backgroundcut:usage");

        assertThat(HealthCheckHelper.invoke(camel.context())).isEmpty();
        assertThat(requests()).isEmpty();
    }

    @Test
    void canBeTurnedOffOnTheComponent() {
        camel.context()
                .getComponent("backgroundcut", BackgroundCutComponent.class)
                .setHealthCheckProducerEnabled(false);

        HealthCheck.Result result = check("backgroundcut:usage");

        assertThat(result.getState()).isEqualTo(HealthCheck.State.UNKNOWN);
        assertThat(requests()).isEmpty();
    }

    @Test
    void goesWithItsEndpoint() {
        Endpoint endpoint = endpoint("backgroundcut:usage");
        endpoint.stop();

        assertThat(invoke()).isEmpty();
    }

    private HealthCheck.Result check(String uri) {
        endpoint(uri);
        assertThat(invoke()).hasSize(1);
        return invoke().iterator().next();
    }

    private Endpoint endpoint(String uri) {
        Endpoint endpoint = camel.context().getEndpoint(uri);
        endpoint.start();
        return endpoint;
    }

    /** As {@code camel.health.producers-enabled=true} does it. */
    private Collection<HealthCheck.Result> invoke() {
        HealthCheckRepository producers = HealthCheckHelper.getHealthCheckRepository(camel.context(), "producers");
        producers.setEnabled(true);
        return HealthCheckHelper.invoke(camel.context());
    }

    private static void assertNoSecret(HealthCheck.Result result) {
        assertThat(result.toString() + result.getDetails() + result.getMessage() + result.getError())
                .doesNotContain(API_KEY, TOKEN_TEXT);
    }
}
