// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stubbed service for a class, and for each test a Camel context whose component calls it. */
public abstract class StubbedService {

    protected static final String API_KEY = "test-key";
    public static final String UPLOAD = "/v3/file-ops/upload/";
    public static final String PROCESS = "/v3/tools/ai/remove-bg/process/";
    protected static final String SEGMENT = "/v3/tools/ai/ai-cut/segment/";
    protected static final String TOKEN = "/v3/auth/access-token/";
    protected static final String USAGE = "/v3/file-ops/usage/";
    public static final String FILES = "/v3/files/";

    /** The files of {@link #stubStore()}. */
    protected static final StoredPictures STORE = new StoredPictures();

    @RegisterExtension
    protected static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(options().bindAddress("127.0.0.1").dynamicPort().extensions(STORE))
            .build();

    @RegisterExtension
    protected final CamelExtension camel = new CamelExtension(this::setUp);

    private void setUp(DefaultCamelContext context) {
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.getConfiguration().setApiKey(API_KEY);
        component.getConfiguration().setBaseUrl(baseUrl());
        // These tests check one call. Retries have tests of their own.
        component.getConfiguration().setMaxRetries(0);
        context.addComponent("backgroundcut", component);
        configure(context, component);
    }

    /** Further options of a class, besides the key and the address. */
    protected void configure(DefaultCamelContext context, BackgroundCutComponent component) {}

    protected static String baseUrl() {
        return SERVICE.getRuntimeInfo().getHttpBaseUrl();
    }

    protected final Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    protected final Exchange send(String uri, Object body, Map<String, Object> headers) {
        return camel.template().send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(headers);
        });
    }

    /** The exchange, if all went well. */
    protected static Exchange succeeded(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new AssertionError("The call failed", exchange.getException());
        }
        return exchange;
    }

    /** The error of an exchange that failed. */
    protected static <E extends Throwable> E failure(Exchange exchange, Class<E> type) {
        assertThat(exchange.getException()).isExactlyInstanceOf(type);
        return type.cast(exchange.getException());
    }

    protected static void stubUpload(String... paths) {
        SERVICE.stubFor(post(urlEqualTo(UPLOAD)).willReturn(okJson("{\"file_paths\": " + json(paths) + "}")));
    }

    protected static void stubProcess(String... paths) {
        SERVICE.stubFor(post(urlEqualTo(PROCESS)).willReturn(okJson("{\"output_file_paths\": " + json(paths) + "}")));
    }

    protected static void stubDownload(String path, String mediaType, byte[] bytes) {
        SERVICE.stubFor(get(urlEqualTo(FILES + path))
                .willReturn(aResponse().withHeader("Content-Type", mediaType).withBody(bytes)));
    }

    /** Uploads, process calls and downloads as the service does them; other stubs come first. */
    protected static void stubStore() {
        STORE.clear();
        STORE.speak(ServiceDialect.PATHS);
        SERVICE.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withTransformers(StoredPictures.NAME)));
    }

    /** The same answer to every request. */
    protected static void stubAll(ResponseDefinitionBuilder answer) {
        SERVICE.stubFor(any(anyUrl()).willReturn(answer));
    }

    /** All requests that came, in their order. */
    protected static List<LoggedRequest> requests() {
        List<LoggedRequest> requests = SERVICE.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .collect(Collectors.toList());
        // WireMock has the latest first.
        Collections.reverse(requests);
        return requests;
    }

    /** The only request that came. */
    protected static LoggedRequest onlyRequest() {
        assertThat(requests()).hasSize(1);
        return requests().get(0);
    }

    private static String json(String... texts) {
        return Stream.of(texts).map(text -> '"' + text + '"').collect(Collectors.joining(", ", "[", "]"));
    }
}
