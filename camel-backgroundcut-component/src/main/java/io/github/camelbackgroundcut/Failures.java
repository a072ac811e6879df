// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.BackgroundCutException;
import io.github.camelbackgroundcut.api.BackgroundCutTransportException;

/** What the two kinds of failure have in common. */
final class Failures {

    private Failures() {}

    /** The call that failed; {@code message} for what failed before a call was made. */
    static String call(Exception failure) {
        if (failure instanceof BackgroundCutException refused) {
            return refused.getOperation();
        }
        if (failure instanceof BackgroundCutTransportException lost) {
            return lost.getOperation();
        }
        return "message";
    }

    /** Whether a paid call may have been done, although it failed here. */
    static boolean isMaybeProcessed(Exception failure) {
        return failure instanceof BackgroundCutException refused && refused.isMaybeProcessed()
                || failure instanceof BackgroundCutTransportException lost && lost.isMaybeProcessed();
    }
}
