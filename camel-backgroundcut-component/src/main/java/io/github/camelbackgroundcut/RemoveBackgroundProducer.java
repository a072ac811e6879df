// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.image.ImageBodies;
import io.github.camelbackgroundcut.image.ImageSource;
import java.util.Optional;
import org.apache.camel.Exchange;

/** The main job in one: upload, process, download. */
final class RemoveBackgroundProducer extends BackgroundCutProducer {

    RemoveBackgroundProducer(BackgroundCutEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Flow flow(Exchange exchange, BackgroundCutConfiguration options) throws Exception {
        ImageSource image = ImageBodies.one(exchange);
        RemovalPlan plan = RemovalPlan.of(image, Variants.of(options, exchange.getContext()), options.getUploadPath());
        return new RemovalFlow(
                exchange,
                image,
                plan,
                RemovalSettings.of(exchange, options),
                new RemovalCalls(client(options), credential(exchange)),
                getEndpoint().getComponent().getCounters(),
                new PaidWork(Optional.ofNullable(options.getIdempotentRepository())));
    }
}
