// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import java.time.Duration;

/**
 * A message's way through an operation, one call of the API at a time. What lies between two calls, such as a wait, needs no
 * thread.
 */
public interface Steps {

    /**
     * Makes the next call. After a failure it may be called again: it then goes on where it failed.
     *
     * @return what comes after it
     */
    Next next() throws Exception;

    /**
     * Whether a paid call that failed without a clear answer may be tried again, because its output is looked for first.
     */
    default boolean looksBeforePaying() {
        return false;
    }

    /** The message is done, or given up. May be called more than once. */
    default void close() {}

    /**
     * What follows a step.
     *
     * @param done whether the flow is at its end
     * @param pause how long to wait before the next step
     * @param called whether the step was a call of the API
     */
    record Next(boolean done, Duration pause, boolean called) {

        public static final Next DONE = new Next(true, Duration.ZERO, true);
        public static final Next CALL = new Next(false, Duration.ZERO, true);

        public static Next callAfter(Duration pause) {
            return new Next(false, pause, true);
        }

        /** Nothing was called: somebody else is at work. */
        public static Next waitFor(Duration pause) {
            return new Next(false, pause, false);
        }
    }
}
