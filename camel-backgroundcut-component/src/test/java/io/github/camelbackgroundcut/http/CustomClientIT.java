// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.api.BackgroundCutClient;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.api.Download;
import io.github.camelbackgroundcut.api.Timeouts;
import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.RawServer;
import io.github.camelbackgroundcut.support.StubbedService;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.StandardCookieSpec;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that the user hands in, with a pool that shows whether connections come back. */
class CustomClientIT extends StubbedService {

    private static final byte[] PNG = Pictures.png(8, 8);
    private static final byte[] LARGE = new byte[20 * 1024 * 1024];

    private final PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(pool)
            .setDefaultRequestConfig(RequestConfig.custom()
                    .setRedirectsEnabled(true)
                    .setCookieSpec(StandardCookieSpec.STRICT)
                    .build())
            .build();

    @Override
    protected void configure(DefaultCamelContext context, BackgroundCutComponent component) {
        component.setHttpClient(client);
    }

    @AfterEach
    void close() throws Exception {
        client.close();
    }

    @Test
    void aConnectionComesBackAfterASuccessAndIsUsedAgain() {
        stubStore();

        succeeded(send("backgroundcut:removeBackground", PNG));

        assertThat(pool.getTotalStats().getLeased()).isZero();
        assertThat(pool.getTotalStats().getAvailable()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 401, 429, 500})
    void aConnectionComesBackAfterEachStatus(int status) {
        stubAll(aResponse().withStatus(status).withBody(status == 204 ? new byte[0] : PNG));

        assertThat(send("backgroundcut:usage", null).getException()).isNotNull();

        assertThat(pool.getTotalStats().getLeased()).isZero();
    }

    @Test
    void aConnectionComesBackAfterALongErrorBody() {
        stubAll(aResponse().withStatus(500).withBody(LARGE));

        assertThat(send("backgroundcut:usage", null).getException()).isNotNull();

        assertThat(pool.getTotalStats().getLeased()).isZero();
    }

    @Test
    void aConnectionComesBackAfterAnAnswerThatIsTooLong() {
        stubAll(aResponse().withBody(LARGE));

        assertThat(send("backgroundcut:usage", null).getException()).isNotNull();

        assertThat(pool.getTotalStats().getLeased()).isZero();
    }

    @Test
    void aConnectionComesBackAfterATimeout() throws IOException {
        try (RawServer server = RawServer.silent()) {
            Exchange exchange = send("backgroundcut:usage?responseTimeout=50&baseUrl=" + server.baseUrl(), null);

            assertThat(exchange.getException()).isNotNull();
            assertThat(pool.getTotalStats().getLeased()).isZero();
        }
    }

    @Test
    void aConnectionIsHeldWhileADownloadIsReadAndComesBackIfItIsAbandoned() throws Exception {
        stubAll(aResponse().withBody(LARGE));
        Duration timeout = Duration.ofSeconds(60);
        BackgroundCutClient api = new BackgroundCutClient(
                HttpTransport.overCustom(client), URI.create(baseUrl()), new Timeouts(timeout, timeout));

        try (Download download = api.download(Credential.apiKey("key"), "shop/mug.png")) {
            assertThat(download.content().readNBytes(10)).hasSize(10);
            assertThat(pool.getTotalStats().getLeased()).isEqualTo(1);
        }

        assertThat(pool.getTotalStats().getLeased()).isZero();
    }

    @Test
    void theClientsOwnRedirectsAndCookiesAreOffForOurCalls() {
        stubAll(aResponse()
                .withStatus(302)
                .withHeader("Location", "/elsewhere")
                .withHeader("Set-Cookie", "session=1; Path=/"));

        assertThat(send("backgroundcut:usage", null).getException()).isNotNull();
        assertThat(send("backgroundcut:usage", null).getException()).isNotNull();

        assertThat(requests())
                .hasSize(2)
                .allMatch(request -> request.getUrl().equals(USAGE))
                .allMatch(request -> !request.containsHeader("Cookie"));
    }

    @Test
    void theClientStaysOpenWhenTheComponentStops() {
        stubAll(okJson("{}"));

        camel.context().getComponent("backgroundcut").stop();

        assertThatCode(() -> client.execute(new HttpGet(baseUrl()), response -> response.getCode()))
                .doesNotThrowAnyException();
    }
}
