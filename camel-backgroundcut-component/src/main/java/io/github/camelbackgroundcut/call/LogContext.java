// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import java.util.Map;
import org.slf4j.MDC;

/**
 * What a thread says of itself in its log lines (the MDC), such as Camel's route and exchange. It goes with a message to the
 * threads of the pool: Camel itself gives it back only when the message comes back to the route.
 *
 * @param entries null if there are none
 */
public record LogContext(Map<String, String> entries) {

    /** The current thread's. */
    public static LogContext current() {
        return new LogContext(MDC.getCopyOfContextMap());
    }

    /** Runs something with it, and leaves the thread as it was. */
    public void run(Runnable task) {
        LogContext before = current();
        apply();
        try {
            task.run();
        } finally {
            before.apply();
        }
    }

    private void apply() {
        if (entries == null || entries.isEmpty()) {
            MDC.clear();
        } else {
            MDC.setContextMap(entries);
        }
    }
}
