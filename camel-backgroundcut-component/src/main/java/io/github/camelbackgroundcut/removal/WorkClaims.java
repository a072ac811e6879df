// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The work in progress within a component: of several messages with the same work one pays, and the others wait for its
 * result.
 */
final class WorkClaims {

    /** No message takes longer from its start to its claim. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, Ended> ended = new HashMap<>();

    /** Empty while another has it. */
    Optional<Claim> take(String work) {
        lock.lock();
        try {
            if (claims.containsKey(work)) {
                return Optional.empty();
            }
            Instant now = Instant.now();
            ended.values().removeIf(end -> end.isForgotten(now));
            Claim claim = new Claim(work, Optional.ofNullable(ended.get(work)));
            claims.put(work, claim);
            return Optional.of(claim);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The end of claimed work.
     *
     * @param at the time of the end
     * @param payableFrom until then, a call without a known answer may be in progress
     */
    record Ended(Instant at, Optional<Instant> payableFrom) {

        private boolean isForgotten(Instant now) {
            return now.isAfter(at.plus(REMEMBERED))
                    && payableFrom.filter(now::isBefore).isEmpty();
        }
    }

    /** The right to pay for a piece of work, until it is given back. */
    final class Claim {

        private final String work;
        private final Optional<Ended> before;

        private Claim(String work, Optional<Ended> before) {
            this.work = work;
            this.before = before;
        }

        /** How the last claim of this work ended, if that was recently. */
        Optional<Ended> before() {
            return before;
        }

        /**
         * @param payableFrom until then, a call without a known answer may be in progress
         */
        void giveBack(Optional<Instant> payableFrom) {
            lock.lock();
            try {
                if (claims.remove(work, this)) {
                    ended.put(work, new Ended(Instant.now(), payableFrom));
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
