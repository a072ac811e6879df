// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import java.time.Duration;

/**
 * The way of a message through an operation, one API call at a time. A wait between two calls holds no thread.
 */
public interface Steps {

    /**
     * Makes the next call. After a failure it may be called again, and continues at the call that failed.
     *
     * @return the next thing to do
     */
    Next next() throws Exception;

    /**
     * Whether a paid call that failed without a clear answer may be retried, because the next step looks for its output first.
     */
    default boolean looksBeforePaying() {
        return false;
    }

    /** The message is done, or given up. May be called more than once. */
    default void close() {}

    /**
     * The next thing to do after a step.
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
