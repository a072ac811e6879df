// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.Certificates;
import io.github.camelbackgroundcut.support.ForwardProxy;
import io.github.camelbackgroundcut.support.Pictures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import org.apache.camel.Exchange;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A proxy with a login between us and a service, over plain http and over TLS. */
class ForwardProxyIT {

    private static final String PASSWORD = "proxy-SECRET";

    @TempDir
    static Path folder;

    private static Path keyStore;
    private static WireMockServer service;

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    private final ForwardProxy proxy = new ForwardProxy("proxy-user", PASSWORD);

    @BeforeAll
    static void start() throws Exception {
        keyStore = Certificates.keyStore(folder, "dns:localhost");
        service = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(keyStore.toString())
                .keystorePassword(Certificates.PASSWORD)
                .keyManagerPassword(Certificates.PASSWORD)
                .keystoreType("PKCS12"));
        service.start();
        service.stubFor(any(anyUrl()).willReturn(okJson("{\"used\": 1, \"file_paths\": [\"shop/mug.png\"]}")));
    }

    @AfterAll
    static void stop() {
        service.stop();
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
    }

    @Test
    void plainUploadsArePassedOn() {
        addComponent(PASSWORD, Certificates.trusting(keyStore));

        Exchange exchange = camel.template()
                .send(
                        "backgroundcut:upload?baseUrl=http://localhost:" + service.port(),
                        message -> message.getMessage().setBody(Pictures.png(8, 8)));

        assertThat(exchange.getException()).isNull();
        assertThat(proxy.accepted()).singleElement().asString().startsWith("POST http://localhost:" + service.port());
    }

    @Test
    void callsOverTlsGoThroughATunnel() {
        addComponent(PASSWORD, Certificates.trusting(keyStore));

        assertThat(usage("https://localhost:" + service.httpsPort()).getException())
                .isNull();
        assertThat(proxy.accepted()).containsExactly("CONNECT localhost:" + service.httpsPort() + " HTTP/1.1");
    }

    @Test
    void aWrongPasswordIsRefusedOverPlainHttp() {
        addComponent("wrong-SECRET", Certificates.trusting(keyStore));

        assertLoginRefused(usage("http://localhost:" + service.port()));
    }

    @Test
    void aWrongPasswordIsRefusedBeforeATunnel() {
        addComponent("wrong-SECRET", Certificates.trusting(keyStore));

        assertLoginRefused(usage("https://localhost:" + service.httpsPort()));
    }

    @Test
    void aCertificateIsCheckedThroughTheTunnel() {
        addComponent(PASSWORD, null);

        assertNotTrusted(usage("https://localhost:" + service.httpsPort()));
    }

    @Test
    void aHostNameIsCheckedThroughTheTunnel() {
        addComponent(PASSWORD, Certificates.trusting(keyStore));

        assertNotTrusted(usage("https://127.0.0.1:" + service.httpsPort()));
    }

    private void addComponent(String password, SSLContextParameters tls) {
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.getConfiguration().setApiKey("key-SECRET");
        component.setProxyHost("127.0.0.1");
        component.setProxyPort(proxy.port());
        component.setProxyAuthUsername("proxy-user");
        component.setProxyAuthPassword(password);
        component.setSslContextParameters(tls);
        component.getConfiguration().setMaxRetries(0);
        camel.context().addComponent("backgroundcut", component);
    }

    private Exchange usage(String baseUrl) {
        return camel.template().send("backgroundcut:usage?baseUrl=" + baseUrl, exchange -> {});
    }

    private static void assertLoginRefused(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(BackgroundCutException.class);
        assertThat(((BackgroundCutException) exchange.getException()).getStatusCode())
                .isEqualTo(407);
        assertNoSecret(exchange);
    }

    private static void assertNotTrusted(Exchange exchange) {
        assertThat(exchange.getException())
                .isInstanceOf(BackgroundCutTransportException.class)
                .hasCauseInstanceOf(SSLException.class);
        assertNoSecret(exchange);
    }

    private static void assertNoSecret(Exchange exchange) {
        StringWriter text = new StringWriter();
        exchange.getException().printStackTrace(new PrintWriter(text, true));
        assertThat(text.toString()).doesNotContain("SECRET");
    }
}
