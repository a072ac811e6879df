// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.micro;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;

/** Drops each request, and always gives the same answer. */
final class CannedHttpClient extends CloseableHttpClient {

    private final byte[] answer;

    CannedHttpClient(String answer) {
        this.answer = answer.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected CloseableHttpResponse doExecute(HttpHost target, ClassicHttpRequest request, HttpContext context)
            throws IOException {
        if (request.getEntity() != null) {
            request.getEntity().writeTo(OutputStream.nullOutputStream());
        }
        BasicClassicHttpResponse response = new BasicClassicHttpResponse(200);
        response.setEntity(new ByteArrayEntity(answer, ContentType.APPLICATION_JSON));
        return CloseableHttpResponse.adapt(response);
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    @Override
    public void close(CloseMode closeMode) {
        // Holds nothing.
    }
}
