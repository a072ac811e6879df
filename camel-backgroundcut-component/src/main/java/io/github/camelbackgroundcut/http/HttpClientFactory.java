// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Builds the client that a component owns. */
public final class HttpClientFactory {

    /** The service may close an idle connection at any time: each is checked, or a paid call could be written to a dead one. */
    private static final TimeValue VALIDATE_ALWAYS = TimeValue.ZERO_MILLISECONDS;

    private HttpClientFactory() {}

    /**
     * A client that does only what it is told: no automatic retries (a repeated POST may be paid twice), no redirects
     * (they would carry the credential elsewhere), no cookies, no decompression, and no log of what it sends and gets.
     */
    public static CloseableHttpClient create(HttpSettings settings) {
        RequestConfig requestConfig =
                RequestConfig.custom().setExpectContinueEnabled(false).build();
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(connections(settings))
                .setDefaultRequestConfig(requestConfig)
                .setUserAgent("camel-backgroundcut")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .addExecInterceptorBefore(
                        ChainElement.MAIN_TRANSPORT.name(), "secret-query", new SecretQuery.Handler());
        // Its login is sent with each request: see HttpTransport.
        settings.proxy().ifPresent(proxy -> builder.setProxy(new HttpHost("http", proxy.host(), proxy.port())));
        return builder.build();
    }

    private static PoolingHttpClientConnectionManager connections(HttpSettings settings) {
        Timeout connectTimeout = Timeout.of(settings.connectTimeout());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(tls(settings))
                .setConnectionFactory(socket -> new UnloggedConnection())
                .setMaxConnTotal(settings.maxConnections())
                .setMaxConnPerRoute(settings.maxConnections())
                // Bounds the TLS handshake; each request then sets its own.
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(connectTimeout).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connectTimeout)
                        .setSocketTimeout(connectTimeout)
                        .setValidateAfterInactivity(VALIDATE_ALWAYS)
                        .build())
                .build();
    }

    private static TlsSocketStrategy tls(HttpSettings settings) {
        SSLContext context = settings.sslContext().orElseGet(SSLContexts::createDefault);
        // A verifier of the user's decides alone: otherwise the JVM's own check refuses what it would accept.
        return settings.hostnameVerifier()
                .map(verifier -> new DefaultClientTlsStrategy(context, verifier))
                .orElseGet(() -> new DefaultClientTlsStrategy(context));
    }
}
