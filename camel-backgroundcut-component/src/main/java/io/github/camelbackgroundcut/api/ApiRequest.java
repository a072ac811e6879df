// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import java.net.URI;
import java.time.Duration;

/**
 * A request, ready to be sent.
 *
 * @param call which call of the API it is
 * @param method the HTTP method
 * @param uri where to; holds no secret
 * @param credential for the {@code Authorization} header
 * @param body what it carries
 * @param timeout the longest silence while an answer is awaited or read
 */
public record ApiRequest(
        ApiCall call, String method, URI uri, Credential credential, RequestBody body, Duration timeout) {}
