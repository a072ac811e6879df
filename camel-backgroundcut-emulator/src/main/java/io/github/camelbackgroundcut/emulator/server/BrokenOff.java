// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

/** Says that the connection is gone, or was broken off on demand: there is nobody to answer. */
final class BrokenOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenOff() {
        // Not an error of ours: no stack trace.
        super("The connection is gone", null, false, false);
    }
}
