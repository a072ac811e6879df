// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.vertx.core.http.HttpConnection;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the TCP connections that callers hold. */
final class OpenConnections {

    private final AtomicInteger count = new AtomicInteger();

    void opened(HttpConnection connection) {
        count.incrementAndGet();
        connection.closeHandler(closed -> count.decrementAndGet());
    }

    int count() {
        return count.get();
    }
}
