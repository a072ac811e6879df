// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import io.github.camelbackgroundcut.api.ApiRequest;
import io.github.camelbackgroundcut.api.ApiResponse;
import io.github.camelbackgroundcut.api.Transport;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException.Phase;
import io.github.camelbackgroundcut.api.error.ErrorAnswer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
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
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
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

    private static final Clock CLOCK = Clock.systemUTC();
    private static final int ERROR_BODY_BYTES = 4 * ErrorAnswer.MAX_BODY;
    private static final int KEPT_CONFIGS = 64;
    private static final List<String> KEPT_ERROR_HEADERS =
            List.of(HttpHeaders.RETRY_AFTER, HttpHeaders.CONTENT_TYPE, HttpHeaders.ALLOW, HttpHeaders.DATE);

    private final HttpClient client;
    private final RequestConfig baseConfig;
    /** By the timeout: nearly all calls have one of six. */
    private final Map<Duration, RequestConfig> configs = new ConcurrentHashMap<>();

    private final Optional<BasicAuthCache> proxyAuthentication;

    /**
     * @param client sends the requests; the caller closes it
     * @param proxy the proxy that the client uses, if it asks for a login
     */
    public HttpTransport(HttpClient client, Optional<ProxySettings> proxy) {
        this.client = Objects.requireNonNull(client, "client");
        RequestConfig own =
                client instanceof Configurable configurable ? configurable.getConfig() : RequestConfig.DEFAULT;
        this.baseConfig = RequestConfig.copy(own == null ? RequestConfig.DEFAULT : own)
                .setRedirectsEnabled(false)
                .setContentCompressionEnabled(false)
                .setCookieSpec(StandardCookieSpec.IGNORE)
                .build();
        this.proxyAuthentication = proxy.flatMap(HttpTransport::preemptive);
    }

    @Override
    public ApiResponse send(ApiRequest request) throws BackgroundCutException, IOException {
        Optional<TrackedEntity> entity = RequestEntities.of(request.body()).map(TrackedEntity::new);
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), request.uri());
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
            throw StatusErrors.of(errorAnswer(request, response));
        }
    }

    private ClassicHttpResponse execute(ApiRequest request, HttpUriRequestBase message, Optional<TrackedEntity> entity)
            throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(config(request.timeout()));
        proxyAuthentication.ifPresent(context::setAuthCache);
        try {
            return client.executeOpen(HttpHost.create(request.uri()), message, context);
        } catch (UploadContentBody.SourceException e) {
            throw e.reason();
        } catch (IOException e) {
            throw failure(request, phase(entity, e), e);
        }
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

    private static ErrorAnswer errorAnswer(ApiRequest request, ClassicHttpResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_ERROR_HEADERS) {
            header(response, name).ifPresent(value -> headers.put(name, value));
        }
        return new ErrorAnswer(
                request.call(),
                request.uri().toString(),
                response.getCode(),
                Optional.ofNullable(response.getReasonPhrase()).orElse(""),
                header(response, HttpHeaders.LOCATION),
                headers,
                header(response, HttpHeaders.RETRY_AFTER)
                        .flatMap(value -> RetryAfter.parse(value, header(response, HttpHeaders.DATE), CLOCK)),
                bodyStart(response));
    }

    /** The status is more important than a body that breaks off: an unreadable rest is left out. */
    private static String bodyStart(ClassicHttpResponse response) {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return "";
        }
        try {
            // Stays open: closing it would read the rest. The connection is dropped with the response.
            return new String(entity.getContent().readNBytes(ERROR_BODY_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.debug("The body of an error answer can't be read", e);
            return "";
        }
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
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
