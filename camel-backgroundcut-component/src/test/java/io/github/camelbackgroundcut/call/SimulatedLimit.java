// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import java.util.ArrayDeque;
import java.util.Deque;

/** A service's limit of requests a minute. Times are seconds. */
interface SimulatedLimit {

    /** Counts a request, unless it is too many: then, how long until one may pass. */
    double waitAt(double now);

    void raiseTo(int perMinute);

    /** The earliest time from then on at which a minute's requests can be compared with the limit. */
    default double beginOfMinute(double from) {
        return from;
    }

    /** Minutes that begin at a fixed time, whatever passed in the one before. */
    final class FixedWindow implements SimulatedLimit {

        private final double offset;
        private int perMinute;
        private double window = -1;
        private int passed;

        FixedWindow(int perMinute, double offset) {
            this.perMinute = perMinute;
            this.offset = offset;
        }

        @Override
        public double waitAt(double now) {
            double current = Math.floor((now + offset) / 60);
            if (current != window) {
                window = current;
                passed = 0;
            }
            return passed++ < perMinute ? 0 : (current + 1) * 60 - offset - now;
        }

        @Override
        public void raiseTo(int limit) {
            perMinute = limit;
        }

        @Override
        public double beginOfMinute(double from) {
            return Math.ceil((from + offset) / 60) * 60 - offset;
        }
    }

    /** No more than so many in any sixty seconds. */
    final class SlidingWindow implements SimulatedLimit {

        private final Deque<Double> passed = new ArrayDeque<>();
        private int perMinute;

        SlidingWindow(int perMinute) {
            this.perMinute = perMinute;
        }

        @Override
        public double waitAt(double now) {
            while (!passed.isEmpty() && passed.peek() <= now - 60) {
                passed.remove();
            }
            if (passed.size() < perMinute) {
                passed.add(now);
                return 0;
            }
            return passed.peek() + 60 - now;
        }

        @Override
        public void raiseTo(int limit) {
            perMinute = limit;
        }
    }

    /** Tokens that come evenly, and are kept up to a number; full at first. */
    final class TokenBucket implements SimulatedLimit {

        private final double capacity;
        private int perMinute;
        private double tokens;
        private double filledAt;

        TokenBucket(int perMinute, double capacity) {
            this.perMinute = perMinute;
            this.capacity = capacity;
            this.tokens = capacity;
        }

        @Override
        public double waitAt(double now) {
            tokens = Math.min(capacity, tokens + (now - filledAt) * perMinute / 60);
            filledAt = now;
            if (tokens >= 1) {
                tokens--;
                return 0;
            }
            return (1 - tokens) * 60 / perMinute;
        }

        @Override
        public void raiseTo(int limit) {
            perMinute = limit;
        }
    }
}
