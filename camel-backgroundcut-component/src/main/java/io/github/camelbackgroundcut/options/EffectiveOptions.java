// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.options;

import io.github.camelbackgroundcut.AccessTokenProvider;
import io.github.camelbackgroundcut.BackgroundCutConfiguration;
import io.github.camelbackgroundcut.api.BackgroundCutClient;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.call.RetryPolicy;
import io.github.camelbackgroundcut.health.HealthQuestion;
import io.github.camelbackgroundcut.removal.NamedVariant;
import io.github.camelbackgroundcut.removal.RemovalSettings;
import io.github.camelbackgroundcut.removal.RemovalSettings.ReuseOutputs;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/**
 * The options that hold for a message, and what follows from them: worked out once for all the messages of an endpoint that
 * override none.
 */
public final class EffectiveOptions {

    private final BackgroundCutConfiguration configuration;
    private final CamelContext context;
    private final BackgroundCutClient client;
    private final RetryPolicy retryPolicy;
    /** Created on demand, because not every operation has results. It may be created twice. */
    private volatile List<NamedVariant> variants = List.of();

    /**
     * @param configuration the options, checked
     * @param client the API, with any timeouts
     */
    public EffectiveOptions(
            BackgroundCutConfiguration configuration, CamelContext context, BackgroundCutClient client) {
        this.configuration = configuration;
        this.context = context;
        this.client = client.withTimeouts(configuration.timeouts());
        this.retryPolicy = new RetryPolicy(
                configuration.getMaxRetries(),
                Duration.ofMillis(configuration.getRetryDelay()),
                Duration.ofMillis(configuration.getMaxRetryAfter()));
    }

    public BackgroundCutConfiguration configuration() {
        return configuration;
    }

    /** The API, with these options' timeouts. */
    public BackgroundCutClient client() {
        return client;
    }

    public RetryPolicy retryPolicy() {
        return retryPolicy;
    }

    /** The options about paying twice for a message. */
    public RemovalSettings removalSettings(Exchange exchange) {
        return new RemovalSettings(
                ReuseOutputs.of(configuration.getReuseOutputs()),
                RemovalSettings.isRedelivered(exchange),
                configuration.isReprocessExpired(),
                configuration.timeouts().process());
    }

    /**
     * The call of a health check. It does not ask an {@link AccessTokenProvider}: tokens belong to messages, and may be expensive. The
     * call then has no credential, and shows only that the service is available.
     */
    public HealthQuestion healthQuestion() {
        if (configuration.getAccessTokenProvider() != null) {
            return new HealthQuestion(client, Credential.none(), true);
        }
        return configuration.getApiKey() != null
                ? new HealthQuestion(client, Credential.apiKey(configuration.getApiKey()), false)
                : new HealthQuestion(client, Credential.accessToken(configuration.getAccessToken()), true);
    }

    /**
     * The requested results, at least one.
     *
     * @throws IllegalArgumentException with a sentence that says what to change
     */
    public List<NamedVariant> variants() {
        List<NamedVariant> known = variants;
        if (known.isEmpty()) {
            known = List.copyOf(Variants.of(configuration, context));
            variants = known;
        }
        return known;
    }
}
