// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import io.github.camelbackgroundcut.api.ApiRequest;
import io.github.camelbackgroundcut.api.ApiResponse;
import io.github.camelbackgroundcut.api.PublicUrl;
import io.github.camelbackgroundcut.api.Transport;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException.Phase;
import io.github.camelbackgroundcut.api.error.ErrorAnswer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.StandardCookieSpec;
import org.apache.hc.client5.http.impl.auth.BasicAuthCache;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each request once over an HttpClient, and turns what isn't a 2xx answer into a typed error.
 *
 * <p>Nothing reaches the wire but what the request names: no header of a message, no cookie. The rules that can be set per
 * request are, so that they hold for a client that somebody else built, too.
 */
public final class HttpTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(HttpTransport.class);

    private static final int KEPT_CONFIGS = 64;

    private final HttpClient client;
    private final RequestConfig baseConfig;
    /** By the timeout: nearly all calls have one of six. */
    private final Map<Duration, RequestConfig> configs = new ConcurrentHashMap<>();

    private final Optional<BasicAuthCache> proxyAuthentication;
    /** Whether the client adds secret queries itself, so that it doesn't log them. */
    private final boolean addsQueries;

    private HttpTransport(HttpClient client, Optional<ProxySettings> proxy, boolean addsQueries) {
        this.client = Objects.requireNonNull(client, "client");
        this.addsQueries = addsQueries;
        RequestConfig own =
                client instanceof Configurable configurable ? configurable.getConfig() : RequestConfig.DEFAULT;
        this.baseConfig = RequestConfig.copy(own == null ? RequestConfig.DEFAULT : own)
                .setRedirectsEnabled(false)
                .setContentCompressionEnabled(false)
                .setCookieSpec(StandardCookieSpec.IGNORE)
                .build();
        this.proxyAuthentication = proxy.flatMap(HttpTransport::preemptive);
    }

    /**
     * Over a client of {@link HttpClientFactory}.
     *
     * @param client sends the requests; the caller closes it
     * @param proxy the proxy that the client uses, if it asks for a login
     */
    public static HttpTransport over(HttpClient client, Optional<ProxySettings> proxy) {
        return new HttpTransport(client, proxy, true);
    }

    /**
     * Over a client that somebody else built.
     *
     * @param client sends the requests; the caller closes it
     */
    public static HttpTransport overCustom(HttpClient client) {
        return new HttpTransport(client, Optional.empty(), false);
    }

    @Override
    public ApiResponse send(ApiRequest request) throws BackgroundCutException, IOException {
        Optional<TrackedEntity> entity = RequestEntities.of(request.body()).map(TrackedEntity::new);
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), addressFor(request));
        if (!request.credential().isNone()) {
            message.setHeader(HttpHeaders.AUTHORIZATION, request.credential().authorization());
        }
        entity.ifPresent(message::setEntity);
        ClassicHttpResponse response = execute(request, message, entity);
        Closeable connection = () -> release(message, response);
        if (response.getCode() >= 200 && response.getCode() < 300) {
            return answer(request, response, connection);
        }
        try (connection) {
            ErrorAnswer error = ErrorAnswers.of(request, response);
            throw request.publicUrl().isPresent() ? StatusErrors.ofStorage(error) : StatusErrors.of(error);
        }
    }

    private URI addressFor(ApiRequest request) {
        return addsQueries
                ? request.uri()
                : request.publicUrl().map(PublicUrl::secret).orElse(request.uri());
    }

    /** The name of a bucket may be none for {@link URI#getHost()}. */
    private static HttpHost host(URI uri) {
        try {
            return uri.getHost() == null
                    ? new HttpHost(uri.getScheme(), URIAuthority.create(uri.getRawAuthority()))
                    : HttpHost.create(uri);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private ClassicHttpResponse execute(ApiRequest request, HttpUriRequestBase message, Optional<TrackedEntity> entity)
            throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(config(request));
        proxyAuthentication.ifPresent(context::setAuthCache);
        request.publicUrl().filter(url -> addsQueries).ifPresent(url -> SecretQuery.set(context, url));
        try {
            return client.executeOpen(host(request.uri()), message, context);
        } catch (UploadContentBody.SourceException e) {
            throw e.reason();
        } catch (IOException e) {
            throw failure(request, phase(entity, e), e);
        }
    }

    private RequestConfig config(ApiRequest request) {
        RequestConfig config = config(request.timeout());
        return request.publicUrl().isEmpty()
                ? config
                // A storage's challenge gets no answer, even if a client has a password for all hosts.
                : RequestConfig.copy(config)
                        .setTargetPreferredAuthSchemes(List.of())
                        .build();
    }

    private RequestConfig config(Duration timeout) {
        RequestConfig known = configs.get(timeout);
        if (known != null) {
            return known;
        }
        RequestConfig made = RequestConfig.copy(baseConfig)
                .setResponseTimeout(Timeout.of(timeout))
                .build();
        // Messages may bring timeouts of their own, as many as they like.
        if (configs.size() < KEPT_CONFIGS) {
            configs.put(timeout, made);
        }
        return made;
    }

    private static ApiResponse answer(ApiRequest request, ClassicHttpResponse response, Closeable connection)
            throws IOException {
        HttpEntity entity = response.getEntity();
        InputStream content = entity == null ? InputStream.nullInputStream() : entity.getContent();
        long length = entity == null ? 0 : entity.getContentLength();
        return new ApiResponse(
                response.getCode(),
                Optional.ofNullable(entity).map(HttpEntity::getContentType),
                length < 0 ? OptionalLong.empty() : OptionalLong.of(length),
                new AnswerStream(content, e -> failure(request, Phase.BODY, e)),
                connection);
    }

    /**
     * Drops the connection, unless it went back to the pool when its answer was read to the end. Closing alone would read
     * the rest, however long it is.
     */
    private static void release(HttpUriRequestBase message, ClassicHttpResponse response) {
        message.cancel();
        try {
            response.close();
        } catch (IOException e) {
            LOG.debug("The rest of an answer was dropped", e);
        }
    }

    private static Phase phase(Optional<TrackedEntity> entity, IOException failure) {
        if (ConnectFailures.include(failure)) {
            return Phase.CONNECT;
        }
        return entity.map(body -> body.isSent() ? Phase.RESPONSE : body.isStarted() ? Phase.SEND : Phase.CONNECT)
                .orElse(Phase.RESPONSE);
    }

    private static BackgroundCutTransportException failure(ApiRequest request, Phase phase, IOException cause) {
        return new BackgroundCutTransportException(request.call(), request.uri().toString(), phase, cause);
    }

    /** With the login sent at once: a proxy's challenge would need the body a second time. */
    private static Optional<BasicAuthCache> preemptive(ProxySettings proxy) {
        return proxy.login().map(login -> {
            BasicScheme scheme = new BasicScheme();
            scheme.initPreemptive(new UsernamePasswordCredentials(
                    login.username(), login.password().toCharArray()));
            BasicAuthCache cache = new BasicAuthCache();
            cache.put(new HttpHost("http", proxy.host(), proxy.port()), scheme);
            return cache;
        });
    }
}
