// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.time.Instant;
import org.apache.camel.Exchange;

/** An operation that is one call of the API. */
abstract class SingleCallProducer extends BackgroundCutProducer {

    protected SingleCallProducer(BackgroundCutEndpoint endpoint) {
        super(endpoint);
    }

    /**
     * Makes the call and puts its result into the message. It may be called again after a failure.
     *
     * @param options the endpoint's, with what the message overrides
     */
    protected abstract void call(Exchange exchange, EffectiveOptions options) throws Exception;

    @Override
    protected final Flow flow(Exchange exchange, EffectiveOptions options, Instant since) {
        return () -> {
            call(exchange, options);
            return Flow.Next.DONE;
        };
    }
}
