// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Limits the tokens per minute of each client, by its address. Further requests get a 429 that says how long to wait. A client
 * that was silent for a minute has its whole allowance again, so it is forgotten.
 */
public final class ClientRateLimit implements Processor {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    /** With more clients per minute, the component forgets the least recent ones early. */
    private static final int MOST_CLIENTS = 100_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(PERIOD.multipliedBy(2))
            .maximumSize(MOST_CLIENTS)
            .build();

    private int tokensPerMinute = 60;
    private boolean behindProxy;

    public void setTokensPerMinute(int value) {
        if (value < 1) {
            throw new IllegalArgumentException("tokensPerMinute must be at least 1, not " + value);
        }
        tokensPerMinute = value;
    }

    /** Whether a proxy before this server appends the client's address to {@code X-Forwarded-For}. */
    public void setBehindProxy(boolean value) {
        behindProxy = value;
    }

    @Override
    public void process(Exchange exchange) {
        ConsumptionProbe probe =
                buckets.get(client(exchange), address -> newBucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            JsonAnswers.refuse(
                    exchange,
                    429,
                    "Too many tokens were asked for; wait " + seconds + " s",
                    Map.of("Retry-After", Long.toString(seconds)));
        }
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tokensPerMinute).refillGreedy(tokensPerMinute, PERIOD))
                .build();
    }

    /** Only the last address of the header is from the proxy. Any client may have sent the others. */
    private String client(Exchange exchange) {
        String forwarded = exchange.getMessage().getHeader("X-Forwarded-For", String.class);
        if (behindProxy && forwarded != null) {
            return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        }
        Object address = exchange.getMessage().getHeader("CamelVertxPlatformHttpRemoteAddress");
        return address instanceof SocketAddress socket ? socket.hostAddress() : String.valueOf(address);
    }
}
