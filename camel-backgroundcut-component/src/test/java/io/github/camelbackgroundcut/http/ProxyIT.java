// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.Certificates;
import io.github.camelbackgroundcut.support.RawServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ProxyIT {

    private static final String USER = "proxy-user";
    private static final String PASSWORD = "pässword";
    private static final String BASIC = "Proxy-Authorization: Basic "
            + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    @TempDir
    Path folder;

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final RawServer proxy = new RawServer(this::answer);
    private int tunnelTo;

    @AfterEach
    void stop() throws IOException {
        proxy.close();
    }

    @Test
    void aPlainCallGoesToTheProxyWithItsWholeAddress() {
        addComponent(component -> {});

        assertThat(usage("http://service.invalid", true).getException()).isNull();

        assertThat(heads)
                .singleElement()
                .satisfies(head -> assertThat(head)
                        .startsWith("GET http://service.invalid/v3/file-ops/usage/ HTTP/1.1\r\n")
                        .contains("Authorization: Token test-key")
                        .doesNotContain("Proxy-Authorization"));
    }

    @Test
    void aLoginIsSentAtOnceSinceABodyCanBeSentOnlyOnce() {
        addComponent(ProxyIT::setLogin);

        Exchange exchange = camel.template()
                .send(
                        "backgroundcut:process?baseUrl=http://service.invalid&allowInsecureBaseUrl=true",
                        message -> message.getMessage().setBody("shop/mug.jpg"));

        assertThat(exchange.getException()).isNull();
        assertThat(heads)
                .singleElement()
                .satisfies(head -> assertThat(head)
                        .startsWith("POST http://service.invalid/v3/tools/ai/remove-bg/process/ HTTP/1.1\r\n")
                        .contains(BASIC + "\r\n"));
    }

    @Test
    void aCallOverTlsGoesThroughATunnelThatSeesNoCredentialOfOurs() throws Exception {
        Path keyStore = Certificates.keyStore(folder, "dns:localhost");
        WireMockServer service = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .httpDisabled(true)
                .dynamicHttpsPort()
                .keystorePath(keyStore.toString())
                .keystorePassword(Certificates.PASSWORD)
                .keyManagerPassword(Certificates.PASSWORD)
                .keystoreType("PKCS12"));
        service.start();
        try {
            tunnelTo = service.httpsPort();
            service.stubFor(get("/v3/file-ops/usage/").willReturn(okJson("{\"used\": 1}")));
            addComponent(component -> {
                component.setSslContextParameters(Certificates.trusting(keyStore));
                setLogin(component);
            });

            assertThat(usage("https://localhost:" + tunnelTo, false).getException())
                    .isNull();

            assertThat(heads)
                    .singleElement()
                    .satisfies(head -> assertThat(head)
                            .startsWith("CONNECT localhost:" + tunnelTo + " HTTP/1.1\r\n")
                            .contains(BASIC + "\r\n")
                            .doesNotContain("test-key"));
            assertThat(service.getAllServeEvents()).singleElement().satisfies(event -> {
                assertThat(event.getRequest().getHeader("Authorization")).isEqualTo("Token test-key");
                assertThat(event.getRequest().getHeader("Proxy-Authorization")).isNull();
            });
        } finally {
            service.stop();
        }
    }

    @Test
    void aProxyThatRefusesTheLoginIsTold() {
        addComponent(component -> {});

        Exchange exchange = usage("http://needs-login.invalid", true);

        assertThat(exchange.getException()).isInstanceOf(BackgroundCutException.class);
        assertThat(((BackgroundCutException) exchange.getException()).getStatusCode())
                .isEqualTo(407);
    }

    @Test
    void aProxyThatIsNotThereIsAConnectFailure() throws IOException {
        addComponent(component -> {});
        proxy.close();

        assertThat(usage("http://service.invalid", true).getException())
                .isInstanceOf(BackgroundCutTransportException.class)
                .hasMessageContaining("while connecting to");
    }

    @Test
    void halfAProxyIsRefused() {
        BackgroundCutComponent noPort = new BackgroundCutComponent();
        noPort.setProxyHost("proxy");
        assertRefused(noPort, "proxyHost is set, but not proxyPort");

        BackgroundCutComponent noHost = new BackgroundCutComponent();
        noHost.setProxyPort(3128);
        assertRefused(noHost, "Proxy options are set, but not proxyHost: set it or remove the others");

        BackgroundCutComponent noPassword = new BackgroundCutComponent();
        noPassword.setProxyHost("proxy");
        noPassword.setProxyPort(3128);
        noPassword.setProxyAuthUsername(USER);
        assertRefused(noPassword, "Set both proxyAuthUsername and proxyAuthPassword, or neither");
    }

    private void assertRefused(BackgroundCutComponent component, String message) {
        component.setCamelContext(camel.context());
        assertThatThrownBy(component::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private void addComponent(Consumer<BackgroundCutComponent> options) {
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.getConfiguration().setApiKey("test-key");
        component.setProxyHost("127.0.0.1");
        component.setProxyPort(proxy.port());
        options.accept(component);
        camel.context().addComponent("backgroundcut", component);
    }

    private static void setLogin(BackgroundCutComponent component) {
        component.setProxyAuthUsername(USER);
        component.setProxyAuthPassword(PASSWORD);
    }

    private Exchange usage(String baseUrl, boolean insecure) {
        return camel.template()
                .send("backgroundcut:usage?baseUrl=" + baseUrl + "&allowInsecureBaseUrl=" + insecure, exchange -> {});
    }

    private void answer(Socket client) throws IOException {
        String head = RawServer.readRequest(client.getInputStream());
        heads.add(head);
        if (head.startsWith("CONNECT ")) {
            tunnel(client);
        } else if (head.contains("needs-login")) {
            RawServer.write(client, "HTTP/1.1 407 Login\nProxy-Authenticate: Basic realm=\"x\"\nContent-Length: 0\n\n");
        } else {
            String body = "{\"used\": 1, \"output_file_paths\": [\"shop/a.png\"]}";
            RawServer.write(client, "HTTP/1.1 200 OK\nContent-Length: " + body.length() + "\n\n" + body);
        }
    }

    private void tunnel(Socket client) throws IOException {
        try (Socket service = new Socket("127.0.0.1", tunnelTo)) {
            RawServer.write(client, "HTTP/1.1 200 Connected\n\n");
            CompletableFuture<Void> answers = CompletableFuture.runAsync(() -> pump(service, client));
            pump(client, service);
            answers.join();
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            // One side has closed: so ends a tunnel.
            assertThat(e).isNotNull();
        }
    }
}
