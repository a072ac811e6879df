// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.dialect;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.api.error.InvalidAnswerException;
import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.Certificates;
import io.github.camelbackgroundcut.support.StoredPictures;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Public URLs of a service that is spoken to over TLS. */
class SecureStorageIT {

    @TempDir
    static Path folder;

    private static Path keyStore;
    private static WireMockServer service;

    @RegisterExtension
    final CamelExtension camel = new CamelExtension(context -> {
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.getConfiguration().setApiKey("test-key");
        component.getConfiguration().setDialect("keys");
        component.getConfiguration().setMaxRetries(0);
        component.getConfiguration().setBaseUrl("https://localhost:" + service.httpsPort());
        component.setSslContextParameters(Certificates.trusting(keyStore));
        context.addComponent("backgroundcut", component);
    });

    @BeforeAll
    static void start() throws Exception {
        keyStore = Certificates.keyStore(folder, "dns:localhost", "ip:127.0.0.1");
        service = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
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
        service.stubFor(get(urlPathEqualTo("/note.txt")).willReturn(okForContentType("text/plain", "hi")));
    }

    @Test
    void areFetchedFromAnyHostOverTls() {
        Exchange exchange = download("https://127.0.0.1:" + service.httpsPort());

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("hi");
        assertThat(service.getAllServeEvents())
                .filteredOn(event -> event.getRequest().getUrl().equals("/note.txt?sig=SECRET"))
                .singleElement()
                .satisfies(event -> assertThat(event.getRequest().getHeader("Authorization"))
                        .isNull());
    }

    @Test
    void areRefusedInPlainHttp() {
        Exchange exchange = download("http://127.0.0.1:" + service.port());

        assertThat(exchange.getException())
                .isExactlyInstanceOf(InvalidAnswerException.class)
                .hasMessageContaining("The public URL is plain http, although baseUrl is https.")
                .hasMessageNotContaining("SECRET");
        assertThat(service.getAllServeEvents()).hasSize(1);
    }

    private Exchange download(String host) {
        service.stubFor(
                post(StoredPictures.PUBLIC_URL).willReturn(okJson("{\"url\": \"" + host + "/note.txt?sig=SECRET\"}")));
        return camel.template()
                .send("backgroundcut:download", message -> message.getMessage().setBody("note.txt"));
    }
}
