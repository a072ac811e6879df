// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Answers that end the route: nothing of the call's headers comes back, and no cache keeps them. */
final class JsonAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFLIGHT_SECONDS = "600";

    private JsonAnswers() {}

    /** {@code {"detail": …}}, as the API itself says what is wrong. */
    static void refuse(Exchange exchange, int status, String detail) {
        refuse(exchange, status, detail, Map.of());
    }

    static void refuse(Exchange exchange, int status, String detail, Map<String, String> headers) {
        send(exchange, status, Map.of("detail", detail));
        headers.forEach(exchange.getMessage()::setHeader);
        exchange.setRouteStop(true);
    }

    static void preflight(Exchange exchange) {
        Message answer = begin(exchange, 204);
        answer.setBody(null);
        answer.setHeader("Access-Control-Allow-Methods", "POST");
        answer.setHeader("Access-Control-Allow-Headers", "Content-Type");
        answer.setHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS);
        exchange.setRouteStop(true);
    }

    static void send(Exchange exchange, int status, Map<String, String> body) {
        Message answer = begin(exchange, status);
        answer.setHeader(Exchange.CONTENT_TYPE, "application/json");
        answer.setBody(toJson(body));
    }

    private static String toJson(Map<String, String> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written", e);
        }
    }

    private static Message begin(Exchange exchange, int status) {
        Message answer = exchange.getMessage();
        answer.setHeaders(new HashMap<>());
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Vary", "Origin");
        String origin = exchange.getProperty(CallerOrigin.CORS_ORIGIN, String.class);
        if (origin != null) {
            answer.setHeader("Access-Control-Allow-Origin", origin);
            answer.setHeader("Access-Control-Expose-Headers", "Retry-After");
        }
        return answer;
    }
}
