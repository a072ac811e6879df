// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class TokenAnswerTest {

    /** The page puts paths after it, which begin with a slash. */
    @Test
    void theAddressOfTheApiLosesItsLastSlash() {
        TokenAnswer answer = new TokenAnswer();
        answer.setApiBase("https://api.example/");
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody("eyJ");

        answer.process(exchange);

        assertThat(exchange.getMessage().getBody(String.class)).contains("\"apiBase\":\"https://api.example\"");
    }
}
