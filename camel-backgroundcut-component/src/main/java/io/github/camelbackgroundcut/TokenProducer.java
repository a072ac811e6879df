// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.Answer;
import io.github.camelbackgroundcut.options.EffectiveOptions;
import io.github.camelbackgroundcut.options.OptionChecks;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Mints an access token, anew for each message. */
final class TokenProducer extends SingleCallProducer {

    TokenProducer(BackgroundCutEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void call(Exchange exchange, EffectiveOptions options) throws Exception {
        Answer.Minted minted = options.client()
                .mintToken(
                        credential(exchange),
                        OptionChecks.tokenPaths(options.configuration()),
                        options.configuration().getExpiresIn());
        Message message = exchange.getMessage();
        message.setHeader(BackgroundCutConstants.STATUS_CODE, minted.statusCode());
        message.setHeader(
                BackgroundCutConstants.TOKEN_EXPIRES_AT, minted.expiresAt().toString());
        message.setBody(minted.accessToken());
    }
}
