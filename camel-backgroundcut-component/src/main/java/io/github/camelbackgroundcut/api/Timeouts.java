// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import java.time.Duration;

/** The longest silence that each call bears before it fails. The defaults are those of the vendor's guide, where it has one. */
public record Timeouts(
        Duration upload, Duration process, Duration download, Duration token, Duration segment, Duration usage) {

    public Timeouts {
        requirePositive(upload, "uploadTimeout");
        requirePositive(process, "processTimeout");
        requirePositive(download, "downloadTimeout");
        requirePositive(token, "tokenTimeout");
        requirePositive(segment, "segmentTimeout");
        requirePositive(usage, "usageTimeout");
    }

    private static void requirePositive(Duration timeout, String name) {
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException(
                    name + " is " + timeout.toMillis() + " ms: use a positive time, such as 60s");
        }
    }
}
