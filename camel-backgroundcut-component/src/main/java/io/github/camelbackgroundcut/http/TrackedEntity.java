// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * A body that is sent at most once and remembers how far it came: what fails after it was sent whole may have been
 * processed.
 */
final class TrackedEntity extends HttpEntityWrapper {

    private volatile boolean started;
    private volatile boolean sent;

    TrackedEntity(HttpEntity entity) {
        super(entity);
    }

    /** Never, so that even a client with other settings does not send a call twice. */
    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        started = true;
        super.writeTo(out);
        sent = true;
    }

    boolean isStarted() {
        return started;
    }

    boolean isSent() {
        return sent;
    }
}
