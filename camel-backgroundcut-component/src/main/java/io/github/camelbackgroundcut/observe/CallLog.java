// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.observe;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each call at DEBUG. */
final class CallLog implements EndedCall.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

    @Override
    public void ended(EndedCall call) {
        if (!LOG.isDebugEnabled()) {
            return;
        }
        LOG.debug(
                "{}: {} {} {} after {} ms, {} bytes sent, {} bytes received",
                call.request().call(),
                call.request().method(),
                call.request().uri().getRawPath(),
                ending(call),
                call.duration().toMillis(),
                call.sentBytes(),
                call.receivedBytes());
    }

    private static String ending(EndedCall call) {
        if (call.outcome() == Counters.Outcome.LOST) {
            // The failure itself is logged where the message is given up, or the call retried.
            return call.failure()
                    .map(failure -> "lost (" + failure.getClass().getSimpleName() + ')')
                    .orElse("lost");
        }
        return "answered " + call.status().orElse(0);
    }
}
