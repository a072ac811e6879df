// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.plan;

import java.time.Duration;

/** What all kinds of limits have in common. */
final class Limits {

    private Limits() {}

    static void require(int limit, Duration length) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is at least 1, not " + limit);
        }
        if (length.compareTo(Duration.ofNanos(limit)) < 0) {
            throw new IllegalArgumentException("the time of a limit is at least a nanosecond a call, not " + length);
        }
    }
}
