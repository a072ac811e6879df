// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import org.apache.camel.Exchange;

/**
 * Provides the access token for one message in one endpoint. The component does not keep tokens, because they are short-lived.
 */
@FunctionalInterface
public interface AccessTokenProvider {

    /**
     * @param exchange the message that the token is for
     * @return a token that covers the endpoint's calls, such as {@code eyJ…}
     */
    String accessToken(Exchange exchange) throws Exception;
}
