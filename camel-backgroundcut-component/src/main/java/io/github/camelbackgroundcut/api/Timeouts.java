// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import java.time.Duration;

/**
 * How long calls wait. The defaults of the options are those of the vendor's guide, where it has one.
 *
 * @param response the longest pause without data, of each call but process
 * @param process the same of a process call, whose answer takes as long as the work
 */
public record Timeouts(Duration response, Duration process) {

    public Timeouts {
        requirePositive(response, "responseTimeout");
        requirePositive(process, "processTimeout");
    }

    private static void requirePositive(Duration timeout, String name) {
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException(
                    name + " is " + timeout.toMillis() + " ms: use a positive time, such as 60s");
        }
    }
}
