// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.store;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What process calls cost: each that was carried out charges each of its outputs once, whether its answer arrives or
 * not. One that fails charges nothing. Credits are unlimited unless they were granted.
 */
public final class Charges {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Integer> byPath = new LinkedHashMap<>();
    private volatile Grant grant = new Grant(OptionalInt.empty(), new AtomicInteger());

    private record Grant(OptionalInt credits, AtomicInteger left) {}

    /** From now on, so many outputs can be paid for; empty for any number. */
    public void grant(OptionalInt credits) {
        grant = new Grant(credits, new AtomicInteger(credits.orElse(0)));
    }

    /**
     * Puts credits aside, so that several calls at once cannot spend the same.
     *
     * @throws ApiError 402 if there are not enough
     */
    public Reservation reserve(int outputs) {
        Grant current = grant;
        if (current.credits().isPresent()) {
            int before = current.left().getAndUpdate(left -> left >= outputs ? left - outputs : left);
            if (before < outputs) {
                throw ApiError.paymentRequired("No credits left: " + before + " of "
                        + current.credits().getAsInt());
            }
        }
        return new Reservation(current, outputs);
    }

    /** What is left of the granted credits; empty if they are unlimited. */
    public OptionalInt creditsLeft() {
        Grant current = grant;
        return current.credits().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(current.left().get());
    }

    /** How often each output path was charged, in the order of the first charge. */
    public Map<String, Integer> byPath() {
        lock.lock();
        try {
            return Collections.unmodifiableMap(new LinkedHashMap<>(byPath));
        } finally {
            lock.unlock();
        }
    }

    private void add(List<StorePath> paths) {
        lock.lock();
        try {
            paths.forEach(path -> byPath.merge(path.value(), 1, Integer::sum));
        } finally {
            lock.unlock();
        }
    }

    /** Credits for one call. Closing it gives back what was not charged. */
    public final class Reservation implements AutoCloseable {

        private final Grant from;
        private int open;

        private Reservation(Grant from, int outputs) {
            this.from = from;
            this.open = outputs;
        }

        public void charge(List<StorePath> paths) {
            add(paths);
            open = 0;
        }

        @Override
        public void close() {
            from.left().addAndGet(open);
            open = 0;
        }
    }
}
