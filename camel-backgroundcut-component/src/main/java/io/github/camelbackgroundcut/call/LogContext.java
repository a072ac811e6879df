// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import java.util.Map;
import org.slf4j.MDC;

/**
 * The MDC of a message, such as Camel's route and exchange, for the threads of the pool. Camel itself restores it only when the
 * message returns to the route.
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
