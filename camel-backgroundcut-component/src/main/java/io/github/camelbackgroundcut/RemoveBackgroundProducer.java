// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.body.ImageBodies;
import io.github.camelbackgroundcut.call.Steps;
import io.github.camelbackgroundcut.options.EffectiveOptions;
import io.github.camelbackgroundcut.removal.Removal;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.camel.Exchange;

/** The main job in one: upload, process, download. */
final class RemoveBackgroundProducer extends BackgroundCutProducer {

    RemoveBackgroundProducer(BackgroundCutEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Steps steps(Exchange exchange, EffectiveOptions options, Instant since) throws Exception {
        BackgroundCutConfiguration configuration = options.configuration();
        Removal removal = new Removal(
                ImageBodies.one(exchange),
                options.variants(),
                configuration.getUploadPath(),
                options.removalSettings(exchange),
                configuration.getBaseUrl(),
                credential(exchange),
                options.client(),
                since);
        return getEndpoint()
                .getComponent()
                .getRemovals()
                .steps(
                        exchange,
                        removal,
                        Optional.ofNullable(configuration.getIdempotentRepository()),
                        outsideOfTransactions(exchange));
    }

    private Executor outsideOfTransactions(Exchange exchange) {
        return staysHere(exchange) ? getEndpoint().getComponent().getThreads().others() : Runnable::run;
    }
}
