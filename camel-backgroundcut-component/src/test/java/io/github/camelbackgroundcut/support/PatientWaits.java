// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests check often, so that they continue at once, and give up late, because a machine may be busy. It applies to all classes: see
 * {@code junit-platform.properties}.
 */
public final class PatientWaits implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext tests) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        // The first look is after one interval, too.
        Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
    }
}
