// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.util.concurrent.RejectedExecutionException;

/** Why a message can't go on when its component stops. */
final class Stopped {

    private Stopped() {}

    static RejectedExecutionException before() {
        return new RejectedExecutionException("The BackgroundCut component is stopped");
    }

    static RejectedExecutionException whileWaiting() {
        return new RejectedExecutionException("The BackgroundCut component was stopped while the message waited");
    }
}
