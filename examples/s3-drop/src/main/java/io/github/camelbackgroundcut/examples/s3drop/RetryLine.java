// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the console that a picture is tried again, and why: somebody may have to buy credits. */
public final class RetryLine implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger("s3drop");

    @Override
    public void process(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        LOG.warn(
                "{} is tried again ({}): {}",
                exchange.getProperty(PictureProperties.PATH),
                exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER),
                FailureReport.cause(failure).getMessage());
    }
}
