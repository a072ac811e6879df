// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import io.github.camelbackgroundcut.api.error.AuthenticationFailedException;
import io.github.camelbackgroundcut.api.error.RateLimitedException;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a client that a token is not available. Only the log has the reason: the text of the API may be about the key.
 */
public final class MintingFailure implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(MintingFailure.class);
    private static final long DEFAULT_WAIT_SECONDS = 5;

    @Override
    public void process(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        LOG.warn("No access token could be minted: {}", failure.toString());
        LOG.debug("That was", failure);
        if (failure instanceof RateLimitedException limited) {
            long seconds = limited.getRetryAfter()
                    .map(Duration::toSeconds)
                    .filter(wait -> wait > 0)
                    .orElse(DEFAULT_WAIT_SECONDS);
            JsonAnswers.refuse(
                    exchange,
                    429,
                    "BackgroundCut gives no more tokens now; wait " + seconds + " s",
                    Map.of("Retry-After", Long.toString(seconds)));
        } else if (failure instanceof AuthenticationFailedException) {
            JsonAnswers.refuse(exchange, 502, "BackgroundCut refuses this server's API key");
        } else {
            JsonAnswers.refuse(exchange, 503, "BackgroundCut gives no token now");
        }
    }
}
