// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A request, ready to be sent.
 *
 * @param call which call of the API it is
 * @param method the HTTP method
 * @param uri where to; holds no secret
 * @param credential for the {@code Authorization} header
 * @param body what it carries
 * @param timeout the longest silence while an answer is awaited or read
 * @param publicUrl where to if it goes past the API to a storage, which must see nothing that is ours
 */
public record ApiRequest(
        ApiCall call,
        String method,
        URI uri,
        Credential credential,
        RequestBody body,
        Duration timeout,
        Optional<PublicUrl> publicUrl) {

    /** A call of the API itself. */
    public ApiRequest(ApiCall call, String method, URI uri, Credential credential, RequestBody body, Duration timeout) {
        this(call, method, uri, credential, body, timeout, Optional.empty());
    }

    /** Fetches a file from its storage. */
    public static ApiRequest fetch(PublicUrl url, Duration timeout) {
        return new ApiRequest(
                ApiCall.DOWNLOAD,
                "GET",
                url.withoutQuery(),
                Credential.none(),
                new RequestBody.None(),
                timeout,
                Optional.of(url));
    }

    /** The same request with another body. */
    public ApiRequest with(RequestBody other) {
        return new ApiRequest(call, method, uri, credential, other, timeout, publicUrl);
    }
}
