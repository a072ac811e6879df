// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import java.io.IOException;

/** Sends requests, each exactly once: what is repeated is decided above it. */
public interface Transport {

    /**
     * Sends a request and waits for the head of its answer.
     *
     * @return the answer, to be closed by the caller
     * @throws BackgroundCutException if the service refused (any status but 2xx)
     * @throws BackgroundCutTransportException if no answer came
     */
    ApiResponse send(ApiRequest request) throws BackgroundCutException, IOException;
}
