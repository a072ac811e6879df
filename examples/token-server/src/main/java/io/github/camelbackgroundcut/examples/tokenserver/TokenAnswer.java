// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import io.github.camelbackgroundcut.BackgroundCutConstants;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** The answer to the page: {@code {"accessToken": …, "apiBase": …, "expiresAt": …}}. */
public final class TokenAnswer implements Processor {

    private String apiBase;

    /** The address of the API for the page. */
    public void setApiBase(String value) {
        // The page puts paths after it, which begin with a slash.
        apiBase = value.replaceFirst("/+$", "");
    }

    @Override
    public void process(Exchange exchange) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("accessToken", exchange.getMessage().getBody(String.class));
        answer.put("apiBase", apiBase);
        answer.put("expiresAt", exchange.getMessage().getHeader(BackgroundCutConstants.TOKEN_EXPIRES_AT, String.class));
        JsonAnswers.send(exchange, 200, answer);
    }
}
