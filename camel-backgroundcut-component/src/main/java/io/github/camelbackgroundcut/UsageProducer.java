// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.Answer;
import io.github.camelbackgroundcut.options.EffectiveOptions;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Asks how much storage is used. */
final class UsageProducer extends SingleCallProducer {

    UsageProducer(BackgroundCutEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void call(Exchange exchange, EffectiveOptions options) throws Exception {
        Answer.Usage usage = options.client().usage(credential(exchange));
        Message message = exchange.getMessage();
        message.setHeader(BackgroundCutConstants.STATUS_CODE, usage.statusCode());
        message.setBody(usage.fields());
    }
}
