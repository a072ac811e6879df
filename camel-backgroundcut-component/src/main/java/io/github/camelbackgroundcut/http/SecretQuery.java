// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import io.github.camelbackgroundcut.api.PublicUrl;
import java.io.IOException;
import java.util.Optional;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestWriter;
import org.apache.hc.core5.http.message.BasicLineFormatter;
import org.apache.hc.core5.http.message.HttpRequestWrapper;
import org.apache.hc.core5.http.message.RequestLine;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Keeps the query of a public URL out of the client's logs: it travels beside the request, and is added to it when the
 * request is written.
 */
final class SecretQuery {

    private static final String ATTRIBUTE = SecretQuery.class.getName();

    private SecretQuery() {}

    /** The request that goes with the context is for this address. */
    static void set(HttpClientContext context, PublicUrl url) {
        context.setAttribute(ATTRIBUTE, url);
    }

    /** The last of a client's handlers before a request is sent. */
    static final class Handler implements ExecChainHandler {

        @Override
        public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
                throws IOException, HttpException {
            if (!(scope.clientContext.getAttribute(ATTRIBUTE) instanceof PublicUrl url)) {
                return chain.proceed(request, scope);
            }
            // A login that is kept for the proxy would be sent to a host of the same name, too.
            request.removeHeaders(HttpHeaders.AUTHORIZATION);
            return chain.proceed(new Request(request, url), scope);
        }
    }

    /** Writes requests, with their secret query if they have one. */
    static final class Writer extends DefaultHttpRequestWriter {

        @Override
        protected void writeHeadLine(ClassicHttpRequest message, CharArrayBuffer line) throws IOException {
            if (message instanceof Request request) {
                BasicLineFormatter.INSTANCE.formatRequestLine(line, request.wholeLine());
            } else {
                super.writeHeadLine(message, line);
            }
        }
    }

    private static final class Request extends HttpRequestWrapper implements ClassicHttpRequest {

        private final ClassicHttpRequest request;
        private final PublicUrl url;

        Request(ClassicHttpRequest request, PublicUrl url) {
            super(request);
            this.request = request;
            this.url = url;
        }

        RequestLine wholeLine() {
            String query = url.secret().getRawQuery();
            return new RequestLine(
                    getMethod(),
                    query == null ? getRequestUri() : getRequestUri() + '?' + query,
                    Optional.ofNullable(getVersion()).orElse(HttpVersion.HTTP_1_1));
        }

        @Override
        public HttpEntity getEntity() {
            return request.getEntity();
        }

        @Override
        public void setEntity(HttpEntity entity) {
            request.setEntity(entity);
        }
    }
}
