// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.dialect;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.api.error.InvalidAnswerException;
import io.github.camelbackgroundcut.api.error.ServiceUnavailableException;
import io.github.camelbackgroundcut.support.ForwardProxy;
import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.RawServer;
import io.github.camelbackgroundcut.support.StoredPictures;
import io.github.camelbackgroundcut.support.StubbedService;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.cookie.BasicClientCookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to the storage that a public URL names: a host of its own, seen byte by byte. */
class StorageIT extends StubbedService {

    private static final byte[] PNG = Pictures.png(8, 8);
    private static final String DOWNLOAD = "backgroundcut:download";
    private static final String SECRET = "SIGNATURE-5b21aa";

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final RawServer storage = new RawServer(this::serve);
    /** How it answers. */
    private volatile String status = "200 OK";

    private volatile String headers = "";

    @Override
    protected void configure(DefaultCamelContext context, BackgroundCutComponent component) {
        component.getConfiguration().setDialect("keys");
    }

    @AfterEach
    void nothingOfOursHasReachedIt() throws IOException {
        storage.close();
        assertThat(heads)
                .allSatisfy(head -> assertThat(head.toLowerCase())
                        .doesNotContain("authorization", "cookie", "test-key", "proxy-user", "proxy-secret"));
    }

    private void serve(Socket socket) throws IOException {
        heads.add(RawServer.readHead(socket.getInputStream()));
        RawServer.write(
                socket,
                "HTTP/1.1 " + status + "\n" + headers + "Content-Length: " + PNG.length + "\nConnection: close\n\n");
        socket.getOutputStream().write(PNG);
    }

    @Test
    void isAskedWithTheUrlAsItWasGiven() {
        String query = "X-Amz-Signature=" + SECRET + "&a=%2F%20+~'()*&b=&c";
        stubUrl("http://127.0.0.1:" + storage.port() + "/b/gr%C3%BCn/a%2fb%20c.png?" + query);

        Exchange exchange = succeeded(send(DOWNLOAD, "grün/mug.png"));

        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(PNG);
        assertThat(heads)
                .singleElement()
                .asString()
                .startsWith(
                        "GET /b/gr%C3%BCn/a%2fb%20c.png?" + query + " HTTP/1.1\r\nHost: 127.0.0.1:" + storage.port());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d?sig=a",
                "http://127.0.0.1:%d/?sig=a#part",
                "HTTP://localhost:%d/mug.png",
                "http://127.0.0.1:%d/mug?a=ü"
            })
    void mayBeAnyHost(String url) {
        stubUrl(url.formatted(storage.port()));

        assertThat(send(DOWNLOAD, "mug.png").getException()).isNull();

        assertThat(heads).hasSize(1);
    }

    /** Bucket names of old have underscores, which are no part of host names for Java. */
    @Test
    void mayBeAHostWithAnUnderscore() throws Exception {
        try (ForwardProxy proxy = new ForwardProxy("proxy-user", "proxy-SECRET")) {
            addComponentWithProxy(proxy);
            stubUrl("http://my_bucket.storage.test:" + storage.port() + "/mug.png?sig=" + SECRET);

            assertThat(send("proxied:download", "mug.png").getException())
                    .isInstanceOf(BackgroundCutTransportException.class);

            assertThat(proxy.accepted())
                    .endsWith("GET http://my_bucket.storage.test:" + storage.port() + "/mug.png?sig=" + SECRET
                            + " HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1/mug.png",
                "/bucket/mug.png",
                "http:mug.png",
                "http://user:pass@127.0.0.1/mug.png",
                "http://127.0.0.1//mug.png",
                "http://127.0.0.1/a b.png",
                "javascript:alert(1)"
            })
    void mustHaveAnAddress(String url) {
        stubUrl(url + "?sig=" + SECRET);

        assertThat(failure(send(DOWNLOAD, "mug.png"), InvalidAnswerException.class))
                .hasMessageContaining("The public URL is not an http or https address.")
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "403 Forbidden, PathNotFoundException",
        "404 Not Found, PathNotFoundException",
        "429 Slow Down, RateLimitedException",
        "503 Slow Down, ServiceUnavailableException",
        "400 Expired, BackgroundCutException",
        "401 Login, BackgroundCutException",
        "302 Found, BackgroundCutException",
    })
    void itsStatusIsTheDownloads(String answer, String error) {
        stubUrl();
        status = answer;
        headers = "Location: http://127.0.0.1:" + storage.port() + "/elsewhere?sig=" + SECRET
                + "\nWWW-Authenticate: Basic realm=\"x\"\nRetry-After: 7\n";

        Exchange exchange = send(DOWNLOAD, "mug.png");

        BackgroundCutException failure = (BackgroundCutException) exchange.getException();
        assertThat(failure.getClass().getSimpleName()).isEqualTo(error);
        assertThat(failure.getOperation()).isEqualTo("download");
        assertThat(failure.getRetryAfter()).isPresent();
        assertThat(String.valueOf(failure.getRedirectLocation())).doesNotContain(SECRET);
        // It goes nowhere from there.
        assertThat(heads).hasSize(1);
    }

    @Test
    void aRepetitionAsksForANewUrl() {
        stubUrl();
        status = "503 Slow Down";

        failure(send(DOWNLOAD + "?maxRetries=2&retryDelay=1", "mug.png"), ServiceUnavailableException.class);

        assertThat(requests()).hasSize(3);
        assertThat(heads).hasSize(3);
    }

    @Test
    void itsSilenceEndsAsTheServicesDoes() throws IOException {
        try (RawServer silent = RawServer.silent()) {
            stubUrl(silent.baseUrl() + "/mug.png?sig=" + SECRET);

            assertThat(failure(
                            send(DOWNLOAD + "?responseTimeout=100", "mug.png"), BackgroundCutTransportException.class))
                    .hasMessageStartingWith("BackgroundCut download failed while waiting for the answer of "
                            + silent.baseUrl() + "/mug.png: ")
                    .hasMessageNotContaining(SECRET);
        }
    }

    @Test
    void aProxyGetsItsLoginAndTheStorageDoesNot() throws Exception {
        try (ForwardProxy proxy = new ForwardProxy("proxy-user", "proxy-SECRET")) {
            addComponentWithProxy(proxy);
            stubUrl();

            assertThat(send("proxied:download", "mug.png").getException()).isNull();

            assertThat(proxy.accepted()).hasSize(2);
            assertThat(heads).hasSize(1);
        }
    }

    /** It answers no challenge, and brings no cookies. */
    @Test
    void aClientOfTheUsersKeepsItsPasswordsToItself() throws Exception {
        BasicCredentialsProvider passwords = new BasicCredentialsProvider();
        passwords.setCredentials(
                new AuthScope(null, -1), new UsernamePasswordCredentials("proxy-user", "proxy-secret".toCharArray()));
        BasicCookieStore cookies = new BasicCookieStore();
        BasicClientCookie cookie = new BasicClientCookie("session", "1");
        cookie.setDomain("127.0.0.1");
        cookie.setPath("/");
        cookies.addCookie(cookie);
        try (CloseableHttpClient client = HttpClients.custom()
                .setDefaultCredentialsProvider(passwords)
                .setDefaultCookieStore(cookies)
                .build()) {
            addComponent(component -> component.setHttpClient(client));
            stubUrl();
            assertThat(send("proxied:download", "mug.png").getException()).isNull();
            status = "401 Login";
            headers = "WWW-Authenticate: Basic realm=\"x\"\n";

            assertThat(send("proxied:download", "mug.png").getException()).isInstanceOf(BackgroundCutException.class);

            assertThat(heads).hasSize(2).allMatch(head -> head.startsWith("GET /mug.png?sig=" + SECRET + " "));
        }
    }

    private void addComponentWithProxy(ForwardProxy proxy) {
        addComponent(component -> {
            component.setProxyHost("127.0.0.1");
            component.setProxyPort(proxy.port());
            component.setProxyAuthUsername("proxy-user");
            component.setProxyAuthPassword("proxy-SECRET");
        });
    }

    private void addComponent(Consumer<BackgroundCutComponent> options) {
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.setConfiguration(camel.context()
                .getComponent("backgroundcut", BackgroundCutComponent.class)
                .getConfiguration()
                .copy());
        options.accept(component);
        camel.context().addComponent("proxied", component);
    }

    private void stubUrl() {
        stubUrl("http://127.0.0.1:" + storage.port() + "/mug.png?sig=" + SECRET);
    }

    private static void stubUrl(String url) {
        SERVICE.stubFor(post(urlEqualTo(StoredPictures.PUBLIC_URL)).willReturn(okJson("{\"url\": \"" + url + "\"}")));
    }
}
