// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import io.github.camelbackgroundcut.api.ApiRequest;
import io.github.camelbackgroundcut.api.error.ErrorAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what errors keep of an answer that isn't 2xx. */
final class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private static final Clock CLOCK = Clock.systemUTC();
    private static final int BODY_BYTES = 4 * ErrorAnswer.MAX_BODY;
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.RETRY_AFTER, HttpHeaders.CONTENT_TYPE, HttpHeaders.ALLOW, HttpHeaders.DATE);

    private ErrorAnswers() {}

    static ErrorAnswer of(ApiRequest request, ClassicHttpResponse response) {
        // A storage repeats the query that it was asked with, and a redirect may lead to a public URL.
        boolean secret = request.call().answersSecret() || request.publicUrl().isPresent();
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            header(response, name).ifPresent(value -> headers.put(name, value));
        }
        return new ErrorAnswer(
                request.call(),
                request.uri().toString(),
                response.getCode(),
                Optional.ofNullable(response.getReasonPhrase())
                        .filter(reason -> request.publicUrl().isEmpty())
                        .orElse(""),
                header(response, HttpHeaders.LOCATION)
                        .map(location -> secret ? location.split("[?#]", 2)[0] : location),
                headers,
                header(response, HttpHeaders.RETRY_AFTER)
                        .flatMap(value -> RetryAfter.parse(value, header(response, HttpHeaders.DATE), CLOCK)),
                request.publicUrl().isPresent() ? "" : withoutUrls(bodyStart(response), secret));
    }

    private static String withoutUrls(String body, boolean secret) {
        return secret && body.replace("\\", "").contains("://") ? "" : body;
    }

    /** The status tells more than a body that breaks off: what can't be read is left out. */
    private static String bodyStart(ClassicHttpResponse response) {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return "";
        }
        try {
            // Stays open: closing it would read the rest. The connection is dropped with the response.
            return new String(entity.getContent().readNBytes(BODY_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.debug("The body of an error answer can't be read", e);
            return "";
        }
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }
}
