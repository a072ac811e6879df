// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.observe;

import io.github.camelbackgroundcut.api.ApiRequest;
import io.github.camelbackgroundcut.observe.Counters.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;

/**
 * A call of the API, at its end.
 *
 * @param request the request
 * @param outcome how it ended
 * @param status of the answer; empty if there was none
 * @param duration from before the request to the end of the answer
 * @param sentBytes of the body, as far as it was sent
 * @param receivedBytes of a successful answer's body, as far as it was read
 * @param failure why it didn't succeed
 */
record EndedCall(
        ApiRequest request,
        Outcome outcome,
        OptionalInt status,
        Duration duration,
        long sentBytes,
        long receivedBytes,
        Optional<Throwable> failure) {

    /** Gets each ended call, on the thread of the call. It must be quick. */
    @FunctionalInterface
    interface Listener {
        void ended(EndedCall call);

        /**
         * It was learned how many requests a minute an account is granted.
         *
         * @param requestsPerMinute as it is known at any time
         */
        default void learned(String account, DoubleSupplier requestsPerMinute) {}

        /** No more calls will come: what it shows of them goes. */
        default void close() {}
    }
}
