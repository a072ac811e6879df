// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.http;

/** The connection is gone, or was closed on demand: an answer is impossible. */
public final class ConnectionGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConnectionGoneException() {
        // Not an error of ours: no stack trace.
        super("The connection is gone", null, false, false);
    }
}
