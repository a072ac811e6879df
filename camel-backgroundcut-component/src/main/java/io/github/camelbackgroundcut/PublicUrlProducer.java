// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.Answer;
import io.github.camelbackgroundcut.body.PathBodies;
import io.github.camelbackgroundcut.options.EffectiveOptions;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Asks for an address at which a stored file can be fetched without a credential. */
final class PublicUrlProducer extends SingleCallProducer {

    PublicUrlProducer(BackgroundCutEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void call(Exchange exchange, EffectiveOptions options) throws Exception {
        Message message = exchange.getMessage();
        String path = PathBodies.read(message, BackgroundCutConstants.OUTPUT_FILE_PATHS);
        Answer.Published published = options.client().publicUrl(credential(exchange), path);
        message.setHeader(BackgroundCutConstants.STATUS_CODE, published.statusCode());
        message.setHeader(BackgroundCutConstants.OUTPUT_FILE_PATHS, List.of(path));
        message.setBody(published.url().secret().toString());
    }
}
