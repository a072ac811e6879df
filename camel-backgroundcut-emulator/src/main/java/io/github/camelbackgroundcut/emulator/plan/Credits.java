// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.plan;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** The credits of one grant. */
public final class Credits {

    private final OptionalInt granted;
    private final AtomicInteger left;

    Credits(OptionalInt granted) {
        this.granted = granted;
        this.left = new AtomicInteger(granted.orElse(0));
    }

    Reservation reserve(int outputs) {
        if (granted.isPresent()) {
            int before = left.getAndUpdate(number -> number >= outputs ? number - outputs : number);
            if (before < outputs) {
                throw ApiError.paymentRequired("No credits left: " + before + " of " + granted.getAsInt());
            }
        }
        return new Reservation(outputs);
    }

    OptionalInt left() {
        return granted.isPresent() ? OptionalInt.of(left.get()) : granted;
    }

    /** Credits for one call. Closing it gives back what was not spent. */
    public final class Reservation implements AutoCloseable {

        private int open;

        private Reservation(int outputs) {
            this.open = outputs;
        }

        public void spend() {
            open = 0;
        }

        @Override
        public void close() {
            left.addAndGet(open);
            open = 0;
        }
    }
}
