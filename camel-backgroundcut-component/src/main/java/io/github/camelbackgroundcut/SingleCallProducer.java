// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.call.ChargeLimit;
import io.github.camelbackgroundcut.call.Steps;
import io.github.camelbackgroundcut.options.EffectiveOptions;
import java.time.Instant;
import java.util.concurrent.Callable;
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

    /** Makes a call that is paid, if as much may be paid for. */
    protected final <T> T pay(Callable<T> call) throws Exception {
        try (ChargeLimit.Place place =
                getEndpoint().getComponent().getChargeLimit().reserve()) {
            return place.pay(call);
        }
    }

    @Override
    protected final Steps steps(Exchange exchange, EffectiveOptions options, Instant since) {
        return () -> {
            call(exchange, options);
            return Steps.Next.DONE;
        };
    }
}
