// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import org.apache.camel.Exchange;

/** Makes a message's steps. */
@FunctionalInterface
public interface StepsSource {
    Steps of(Exchange exchange) throws Exception;
}
