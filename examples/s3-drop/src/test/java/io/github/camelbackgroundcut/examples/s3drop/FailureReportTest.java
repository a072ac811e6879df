// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class FailureReportTest {

    @Test
    void tellsWhatFailedWithinASplit() {
        IOException cause = new IOException("No space left");
        CamelExchangeException split =
                new CamelExchangeException("Multicast failed", new DefaultExchange(new DefaultCamelContext()), cause);

        assertThat(FailureReport.cause(split)).isSameAs(cause);
    }

    @Test
    void tellsAnyOtherFailureAsItIs() {
        IllegalStateException failure = new IllegalStateException("Odd", new IOException("Why"));

        assertThat(FailureReport.cause(failure)).isSameAs(failure);
    }
}
