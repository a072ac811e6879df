// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException.Phase;
import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.Certificates;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A service with a certificate that the JVM doesn't trust. */
class TlsIT {

    @TempDir
    static Path folder;

    private static Path keyStore;
    private static WireMockServer service;

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    @BeforeAll
    static void start() throws Exception {
        keyStore = Certificates.keyStore(folder, "dns:localhost");
        service = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .httpDisabled(true)
                .dynamicHttpsPort()
                .keystorePath(keyStore.toString())
                .keystorePassword(Certificates.PASSWORD)
                .keyManagerPassword(Certificates.PASSWORD)
                .keystoreType("PKCS12"));
        service.start();
    }

    @AfterAll
    static void stop() {
        service.stop();
    }

    @BeforeEach
    void answer() {
        service.resetAll();
        service.stubFor(get("/v3/file-ops/usage/").willReturn(okJson("{\"used\": 1}")));
    }

    @Test
    void itsCertificateIsTrustedThroughTheComponentsParameters() {
        addComponent(component -> component.setSslContextParameters(Certificates.trusting(keyStore)));

        assertThat(usage("localhost").getException()).isNull();
    }

    @Test
    void itsCertificateIsTrustedThroughTheContextsParameters() {
        camel.context().setSSLContextParameters(Certificates.trusting(keyStore));
        addComponent(component -> component.setUseGlobalSslContextParameters(true));

        assertThat(usage("localhost").getException()).isNull();
    }

    @Test
    void theContextsParametersAreNotUsedUnasked() {
        camel.context().setSSLContextParameters(Certificates.trusting(keyStore));
        addComponent(component -> {});

        assertRefused(usage("localhost"));
    }

    @Test
    void itsCertificateIsRefusedByDefaultAndNothingIsSent() {
        addComponent(component -> {});

        assertRefused(usage("localhost"));
        assertThat(service.getAllServeEvents()).isEmpty();
    }

    @Test
    void aCertificateForAnotherHostIsRefused() {
        addComponent(component -> component.setSslContextParameters(Certificates.trusting(keyStore)));

        assertRefused(usage("127.0.0.1"));
        assertThat(service.getAllServeEvents()).isEmpty();
    }

    @Test
    void howHostsAreCheckedCanBeSaid() {
        addComponent(component -> {
            component.setSslContextParameters(Certificates.trusting(keyStore));
            component.setX509HostnameVerifier((host, session) -> host.equals("127.0.0.1"));
        });

        assertThat(usage("127.0.0.1").getException()).isNull();
        assertRefused(usage("localhost"));
    }

    private void addComponent(Consumer<BackgroundCutComponent> options) {
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.getConfiguration().setApiKey("test-key");
        options.accept(component);
        camel.context().addComponent("backgroundcut", component);
    }

    private Exchange usage(String host) {
        return camel.template()
                .send("backgroundcut:usage?baseUrl=https://" + host + ":" + service.httpsPort(), exchange -> {});
    }

    private static void assertRefused(Exchange exchange) {
        assertThat(exchange.getException())
                .isInstanceOf(BackgroundCutTransportException.class)
                .hasCauseInstanceOf(SSLException.class);
        BackgroundCutTransportException error = (BackgroundCutTransportException) exchange.getException();
        assertThat(error.getPhase()).isEqualTo(Phase.CONNECT);
        assertThat(error.mayHaveBeenCharged()).isFalse();
    }
}
