// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.camelbackgroundcut.AccessTokenProvider;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.support.JmxAttributes;
import io.github.camelbackgroundcut.support.LogCapture;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials show up nowhere: not in a log at any level, an error, an endpoint as printed, JMX. */
class SecretsIT {

    private static final String KEY = "bgc-KEY-3f9a1c";
    private static final String OTHER_KEY = "bgc-OTHER-77d0e2";
    private static final String ACCESS_TOKEN = "eyJ-TOKEN-5b21aa";
    private static final String PROVIDED_TOKEN = "eyJ-PROVIDED-9c3d";
    private static final String MINTED_TOKEN = "eyJ-MINTED-c0ffee";
    private static final String PROXY_PASSWORD = "proxy-PASSWORD-e4";
    private static final String[] SECRETS = {KEY, OTHER_KEY, ACCESS_TOKEN, PROVIDED_TOKEN, MINTED_TOKEN, PROXY_PASSWORD
    };

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(options().bindAddress("127.0.0.1").dynamicPort())
            .build();

    private final LogCapture log = new LogCapture();
    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.getConfiguration().setApiKey(KEY);
        component.getConfiguration().setRetryDelay(1);
        component.getConfiguration().setBaseUrl(SERVICE.getRuntimeInfo().getHttpBaseUrl());
        // WireMock serves as the proxy, too: it answers for any host.
        component.setProxyHost("127.0.0.1");
        component.setProxyPort(SERVICE.getPort());
        component.setProxyAuthUsername("proxy-user");
        component.setProxyAuthPassword(PROXY_PASSWORD);
        context.addComponent("backgroundcut", component);
        context.getRegistry().bind("tokens", (AccessTokenProvider) exchange -> PROVIDED_TOKEN);
        context.addRoutes(routes());
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        log.close();
    }

    private static RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:component").routeId("component").to("backgroundcut:usage");
                from("direct:own").routeId("own").to("backgroundcut:usage?apiKey=" + OTHER_KEY);
                from("direct:raw").routeId("raw").to("backgroundcut:usage?apiKey=RAW(" + OTHER_KEY + ")");
                from("direct:token").routeId("token").to("backgroundcut:usage?accessToken=" + ACCESS_TOKEN);
                from("direct:provided").routeId("provided").to("backgroundcut:usage?accessTokenProvider=#tokens");
                from("direct:mint").routeId("mint").to("backgroundcut:token");
            }
        };
    }

    @Test
    void noneIsLoggedWhenAllGoesWell() {
        SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        SERVICE.stubFor(post(urlEqualTo("/v3/auth/access-token/"))
                .willReturn(okJson("{\"access_token\": \"" + MINTED_TOKEN + "\"}")));

        List<Exchange> exchanges = sendToEachRoute();
        context.stop();

        assertThat(exchanges).allMatch(exchange -> exchange.getException() == null);
        assertThat(log.linesWith("answered 200")).hasSize(6);
        assertThat(log.linesWith(SECRETS)).isEmpty();
    }

    static Stream<ResponseDefinitionBuilder> failures() {
        return Stream.of(
                aResponse().withStatus(401).withBody("{\"detail\": \"wrong key\"}"),
                aResponse().withStatus(500),
                aResponse().withStatus(302).withHeader("Location", "http://elsewhere/"),
                aResponse().withBody("not json"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                aResponse().withStatus(407).withHeader("Proxy-Authenticate", "Basic realm=\"x\""));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void noneIsInAnErrorOrTheLogWhenACallFails(ResponseDefinitionBuilder answer) {
        SERVICE.stubFor(any(anyUrl()).willReturn(answer));

        List<Exchange> exchanges = sendToEachRoute();

        assertThat(exchanges)
                .allSatisfy(exchange ->
                        assertThat(stackTrace(exchange.getException())).doesNotContain(SECRETS));
        assertThat(log.linesWith("Failed delivery for")).hasSize(6);
        assertThat(log.linesWith(SECRETS)).isEmpty();
    }

    @Test
    void aTokenIsInNoErrorAndNotInTheLogWhenItsAnswerCannotBeRead() {
        SERVICE.stubFor(any(anyUrl())
                .willReturn(aResponse().withBody("not json {\"access_token\": \"" + MINTED_TOKEN + "\"}")));

        Exchange exchange = context.createProducerTemplate().send("direct:mint", any -> {});

        assertThat(stackTrace(exchange.getException())).doesNotContain(SECRETS);
        assertThat(log.linesWith("Failed delivery for")).hasSize(1);
        assertThat(log.linesWith(SECRETS)).isEmpty();
    }

    @Test
    void noneIsInAnEndpointAsPrinted() {
        assertThat(context.getEndpoints())
                .filteredOn(endpoint -> endpoint.getEndpointUri().startsWith("backgroundcut"))
                .hasSizeGreaterThanOrEqualTo(5)
                .extracting(Endpoint::toString)
                .allSatisfy(text -> assertThat(text).doesNotContain(SECRETS));
        assertThat(context.getEndpoints().toString()).contains("apiKey=xxxxxx", "accessToken=xxxxxx");
    }

    @Test
    void noneIsSeenThroughJmx() throws Exception {
        List<String> seen = JmxAttributes.of(context);

        assertThat(seen).anyMatch(text -> text.contains("backgroundcut://usage"));
        assertThat(seen).allSatisfy(text -> assertThat(text).doesNotContain(SECRETS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backgroundcut:usage?apiKey=" + OTHER_KEY + "&colour=red",
                "backgroundcut:usage?apiKey=RAW(" + OTHER_KEY + ")&colour=red",
                "backgroundcut:usage?apiKey=" + OTHER_KEY + "&accessToken=" + ACCESS_TOKEN,
                "backgroundcut:process?apiKey=" + OTHER_KEY + "&format=gif",
                "backgroundcut:usage?apiKey=RAW(" + OTHER_KEY + " )",
                "backgroundcut:usage?accessToken=" + ACCESS_TOKEN + "&baseUrl=http://elsewhere.example.com",
                "backgroundcut:nothing?apiKey=" + OTHER_KEY,
            })
    void noneIsInTheErrorOfARouteThatCannotStart(String uri) {
        Throwable failure = catchThrowable(() -> context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:broken").to(uri);
            }
        }));

        assertThat(failure).isNotNull();
        assertThat(stackTrace(failure)).doesNotContain(SECRETS);
        assertThat(log.linesWith(SECRETS)).isEmpty();
    }

    private List<Exchange> sendToEachRoute() {
        List<Exchange> exchanges = new ArrayList<>();
        context.getRoutes()
                .forEach(route ->
                        exchanges.add(context.createProducerTemplate().send(route.getEndpoint(), exchange -> {})));
        assertThat(exchanges).hasSize(6);
        return exchanges;
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
