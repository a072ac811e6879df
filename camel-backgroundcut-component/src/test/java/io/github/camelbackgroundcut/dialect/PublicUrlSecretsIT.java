// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.dialect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import io.github.camelbackgroundcut.support.JmxAttributes;
import io.github.camelbackgroundcut.support.LogCapture;
import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.StoredPictures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A public URL's query shows up nowhere: not in a log at any level, HttpClient's included, an error, the dev console, JMX. Spans have a test of their own. */
class PublicUrlSecretsIT {

    private static final String SECRET = "SIGNATURE-3f9a1c";
    private static final String FETCH = "/bucket/mug.png";

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(options().bindAddress("127.0.0.1").dynamicPort())
            .build();

    private final LogCapture log = new LogCapture();
    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.getConfiguration().setApiKey("test-key");
        component.getConfiguration().setDialect("keys");
        component.getConfiguration().setRetryDelay(1);
        component.getConfiguration().setMaxRetries(1);
        component.getConfiguration().setBaseUrl(SERVICE.getRuntimeInfo().getHttpBaseUrl());
        context.addComponent("backgroundcut", component);
        context.setDevConsole(true);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:download").routeId("download").to("backgroundcut:download");
                from("direct:url").routeId("url").to("backgroundcut:publicUrl");
            }
        });
        context.start();
        stubUrl("http://127.0.0.1:" + SERVICE.getPort() + FETCH + "?sig=" + SECRET);
        SERVICE.stubFor(get(urlPathMatching(FETCH)).willReturn(aResponse().withBody(Pictures.png(8, 8))));
    }

    @AfterEach
    void stop() {
        context.stop();
        log.close();
    }

    @Test
    void whenAllGoesWell() throws Exception {
        assertThat(send("direct:download", "mug.png").getException()).isNull();
        assertThat(send("direct:url", "mug.png").getMessage().getBody(String.class))
                .endsWith(FETCH + "?sig=" + SECRET);

        assertThat(SERVICE.getAllServeEvents())
                .anyMatch(event -> event.getRequest().getUrl().equals(FETCH + "?sig=" + SECRET));
        // Otherwise nothing would be proved.
        assertThat(log.linesWith("executing GET " + FETCH, "download: GET " + FETCH + " answered 200"))
                .hasSize(2);
        assertThat(console().call(DevConsole.MediaType.TEXT).toString())
                .contains("operation: publicUrl", "publicUrl.succeeded: 2", "download.succeeded: 1");
        assertThat(JmxAttributes.of(context))
                .anyMatch(text -> text.contains("publicUrl.succeeded=2") && text.contains("download.succeeded=1"));
        assertSecretIsNowhere();
    }

    static Stream<ResponseDefinitionBuilder> storageFailures() {
        String echo = "<Error><StringToSign>GET " + FETCH + "?sig=" + SECRET + "</StringToSign></Error>";
        return Stream.of(
                aResponse().withStatus(403).withBody(echo),
                aResponse().withStatus(400).withStatusMessage("sig=" + SECRET).withBody(echo),
                aResponse().withStatus(503).withBody(echo),
                aResponse().withStatus(307).withHeader("Location", "http://elsewhere" + FETCH + "?sig=" + SECRET),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    }

    @ParameterizedTest
    @MethodSource("storageFailures")
    void whenTheFetchFails(ResponseDefinitionBuilder answer) throws Exception {
        SERVICE.stubFor(get(urlPathMatching(FETCH)).willReturn(answer));

        assertIsInNoError(send("direct:download", "mug.png"));

        assertThat(log.linesWith("Failed delivery for")).hasSize(1);
        assertSecretIsNowhere();
    }

    static Stream<ResponseDefinitionBuilder> answers() {
        String url = "http:\\/\\/127.0.0.1\\/mug.png?sig=" + SECRET;
        return Stream.of(
                okJson("{\"uri\": \"" + url + "\"}"),
                okJson("{\"url\": [\"" + url + "\"]}"),
                okJson("{\"url\": \"ftp:" + url + "\"}"),
                okJson("{\"url\": \"http://host:port/a b?sig=" + SECRET + "\"}"),
                okJson("not json: " + url),
                aResponse().withStatus(500).withBody("{\"url\": \"" + url + "\"}"),
                aResponse().withStatus(303).withHeader("Location", "http://127.0.0.1/mug.png?sig=" + SECRET),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK).withBody("{\"url\": \"" + url + "\"}"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whenTheAnswerThatHasItCannotBeUsed(ResponseDefinitionBuilder answer) throws Exception {
        SERVICE.stubFor(post(urlEqualTo(StoredPictures.PUBLIC_URL)).willReturn(answer));

        assertIsInNoError(send("direct:download", "mug.png"));
        assertIsInNoError(send("direct:url", "mug.png"));

        assertSecretIsNowhere();
    }

    @Test
    void whenItsHostIsNotThere() throws Exception {
        stubUrl("http://storage.invalid" + FETCH + "?sig=" + SECRET);

        assertIsInNoError(send("direct:download", "mug.png"));

        assertSecretIsNowhere();
    }

    @Test
    void whenItIsTakenForAPath() throws Exception {
        String url = send("direct:url", "mug.png").getMessage().getBody(String.class);

        Exchange exchange = send("direct:download", url);

        assertThat(exchange.getException())
                .isExactlyInstanceOf(InvalidInputException.class)
                .hasMessageEndingWith(FETCH + "?xxxxxx");
        assertSecretIsNowhere();
    }

    private void assertSecretIsNowhere() throws Exception {
        assertThat(log.linesWith(SECRET)).isEmpty();
        DevConsole console = console();
        assertThat(((JsonObject) console.call(DevConsole.MediaType.JSON)).toJson())
                .doesNotContain(SECRET);
        assertThat(console.call(DevConsole.MediaType.TEXT).toString()).doesNotContain(SECRET);
        assertThat(JmxAttributes.of(context))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContain(SECRET));
    }

    private DevConsole console() {
        DevConsoleRegistry registry = context.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        registry.loadDevConsoles(true);
        return registry.getConsole("backgroundcut").orElseThrow();
    }

    private static void assertIsInNoError(Exchange exchange) {
        assertThat(exchange.getException()).isNotNull();
        StringWriter text = new StringWriter();
        exchange.getException().printStackTrace(new PrintWriter(text, true));
        assertThat(text.toString()).doesNotContain(SECRET);
    }

    private Exchange send(String uri, String body) {
        return context.createProducerTemplate()
                .send(uri, exchange -> exchange.getMessage().setBody(body));
    }

    private static void stubUrl(String url) {
        SERVICE.stubFor(post(urlEqualTo(StoredPictures.PUBLIC_URL)).willReturn(okJson("{\"url\": \"" + url + "\"}")));
    }
}
