// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kafka;

import io.github.camelbackgroundcut.examples.workerfleet.failure.Verdict;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why a picture waits, and the others in the topic with it. */
public final class AccountPause implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(AccountPause.class);

    private final long delay;

    /** @param delay milliseconds between two tries */
    public AccountPause(long delay) {
        this.delay = delay;
    }

    @Override
    public void process(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        LOG.warn(
                "This worker pauses, and tries again in {} s: {}",
                delay / 1000.0,
                Verdict.reason(failure).getMessage());
    }
}
