// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.ServiceDialect;
import io.github.camelbackgroundcut.support.StoredPictures;
import io.github.camelbackgroundcut.support.StubbedService;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;

/** A service that keeps files and counts charges, faults that tests put before it, and a component that waits briefly. */
abstract class FaultyService {

    protected static final String UPLOAD = "/v3/file-ops/upload/";
    protected static final String PROCESS = "/v3/tools/ai/remove-bg/process/";
    protected static final byte[] JPEG = Pictures.jpeg(16, 16);
    protected static final StoredPictures STORE = new StoredPictures();

    @RegisterExtension
    protected static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(options().bindAddress("127.0.0.1").dynamicPort().extensions(STORE))
            .build();

    /** Set where a class is run with each of them. */
    @Parameter
    protected ServiceDialect dialect = ServiceDialect.PATHS;

    @RegisterExtension
    protected final CamelExtension camel = new CamelExtension(this::setUp);

    private final PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
    private final CloseableHttpClient client =
            HttpClients.custom().setConnectionManager(pool).build();

    private void setUp(DefaultCamelContext context) {
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.getConfiguration().setApiKey("test-key");
        component.getConfiguration().setBaseUrl(SERVICE.getRuntimeInfo().getHttpBaseUrl());
        component.getConfiguration().setDialect(dialect.option());
        component.getConfiguration().setRetryDelay(10);
        component.getConfiguration().setProcessTimeout(1_500);
        component.setHttpClient(client);
        context.addComponent("backgroundcut", component);
        configure(context);
    }

    /** Further set-up of a class. */
    protected void configure(DefaultCamelContext context) {}

    @BeforeEach
    void answer() {
        STORE.clear();
        STORE.speak(dialect);
        SERVICE.stubFor(any(anyUrl()).atPriority(10).willReturn(stored()));
    }

    @AfterEach
    void nothingLeaks() throws Exception {
        Awaitility.await("no connection is leased")
                .untilAsserted(
                        () -> assertThat(pool.getTotalStats().getLeased()).isZero());
        client.close();
    }

    @AfterEach
    void noCredentialReachesTheStorage() {
        assertThat(STORE.leaks()).isEmpty();
    }

    /** A request for a file's bytes. */
    protected final MappingBuilder download() {
        return get(urlPathMatching(
                (dialect == ServiceDialect.KEYS ? StoredPictures.BUCKET : StubbedService.FILES) + ".*"));
    }

    /** What the service answers where no fault is. */
    protected static ResponseDefinitionBuilder stored() {
        return aResponse().withStatus(200).withTransformers(StoredPictures.NAME);
    }

    /** The answers to the first requests of a kind; the later ones get what the service has. */
    protected static void stubFirst(MappingBuilderSource request, ResponseDefinitionBuilder... answers) {
        String scenario = "first " + request.create().build().getRequest();
        String state = Scenario.STARTED;
        for (int i = 0; i < answers.length; i++) {
            String next = "after " + (i + 1);
            SERVICE.stubFor(request.create()
                    .atPriority(1)
                    .inScenario(scenario)
                    .whenScenarioStateIs(state)
                    .willSetStateTo(next)
                    .willReturn(answers[i]));
            state = next;
        }
    }

    /** A builder is used up by one stub. */
    @FunctionalInterface
    protected interface MappingBuilderSource {
        MappingBuilder create();
    }

    protected final BackgroundCutComponent component() {
        return camel.context().getComponent("backgroundcut", BackgroundCutComponent.class);
    }

    protected final Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    protected final Exchange send(String uri, Object body, Map<String, Object> headers) {
        return camel.template().send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(Exchange.FILE_NAME, "mug.jpg");
            exchange.getMessage().getHeaders().putAll(headers);
        });
    }

    protected static Exchange succeeded(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new AssertionError("The call failed", exchange.getException());
        }
        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(Pictures.png(16, 16));
        return exchange;
    }

    protected static <E extends Throwable> E failure(Exchange exchange, Class<E> type) {
        assertThat(exchange.getException()).isExactlyInstanceOf(type);
        return type.cast(exchange.getException());
    }

    /** The calls that came, in their order: upload, process or download. What a download asks for first isn't among them. */
    protected static List<String> calls() {
        List<String> calls = SERVICE.getAllServeEvents().stream()
                .map(event -> event.getRequest().getUrl())
                .filter(url -> !url.equals(StoredPictures.PUBLIC_URL))
                .map(url -> url.equals(UPLOAD) ? "upload" : url.equals(PROCESS) ? "process" : "download")
                .collect(Collectors.toList());
        Collections.reverse(calls);
        return calls;
    }
}
