// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.options;

import io.github.camelbackgroundcut.AccessTokenProvider;
import io.github.camelbackgroundcut.BackgroundCutConfiguration;
import io.github.camelbackgroundcut.api.Credential;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import org.apache.camel.Exchange;

/** Where an endpoint's credential comes from. */
@FunctionalInterface
public interface CredentialSource {

    Credential get(Exchange exchange) throws Exception;

    /** The source of a configuration that {@link OptionChecks} has passed. */
    static CredentialSource of(BackgroundCutConfiguration configuration) {
        AccessTokenProvider provider = configuration.getAccessTokenProvider();
        if (provider != null) {
            return exchange -> provided(provider.accessToken(exchange));
        }
        Credential fixed = configuration.getApiKey() != null
                ? Credential.apiKey(configuration.getApiKey())
                : Credential.accessToken(configuration.getAccessToken());
        return exchange -> fixed;
    }

    /** Whose it is, as {@link Credential#account()} tells: tokens change, and count as one account. */
    static String account(BackgroundCutConfiguration configuration) {
        return configuration.getApiKey() != null
                ? Credential.apiKey(configuration.getApiKey()).account()
                : Credential.accessToken("any").account();
    }

    /** Which kind of credential there is, without it. */
    static String describe(BackgroundCutConfiguration configuration) {
        if (configuration.getApiKey() != null) {
            return "apiKey (xxxxxx)";
        }
        if (configuration.getAccessToken() != null) {
            return "accessToken (xxxxxx)";
        }
        return configuration.getAccessTokenProvider() != null
                ? "accessTokenProvider"
                : "none (endpoints have their own)";
    }

    private static Credential provided(String token) {
        if (token == null || token.isBlank()) {
            throw new InvalidInputException("The accessTokenProvider returned no token: nothing was sent");
        }
        return Credential.accessToken(token);
    }
}
