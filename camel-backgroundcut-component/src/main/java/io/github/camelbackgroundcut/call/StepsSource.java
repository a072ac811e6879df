// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import java.time.Instant;
import org.apache.camel.Exchange;

/** Makes a message's steps. */
@FunctionalInterface
public interface StepsSource {

    /**
     * @param since when the message came; its turn may be much later
     */
    Steps of(Exchange exchange, Instant since) throws Exception;
}
