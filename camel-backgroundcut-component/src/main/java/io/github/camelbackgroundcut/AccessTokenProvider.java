// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import org.apache.camel.Exchange;

/**
 * Gives the access token for one flow: one message's way through one endpoint. It is asked anew for each, since tokens are
 * short-lived and must not be kept.
 */
@FunctionalInterface
public interface AccessTokenProvider {

    /**
     * @param exchange the message that the token is for
     * @return a token that covers the endpoint's calls, such as {@code eyJ…}
     */
    String accessToken(Exchange exchange) throws Exception;
}
