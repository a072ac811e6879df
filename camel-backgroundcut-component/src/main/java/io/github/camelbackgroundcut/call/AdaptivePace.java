// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Spreads the calls of one account over time, close under what the service grants: see {@link LearnedRate}. Where the service
 * asks to wait, all calls of the account wait. A call takes a turn, and asks again after each wait: a turn that is forgotten
 * blocks no other.
 */
public final class AdaptivePace {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    /** What isn't called in time may be called a little later, at once. */
    private static final double CATCH_UP_SECONDS = 0.1;

    private final boolean adaptive;
    private final Listener listener;
    private final LongSupplier nanoTime;
    private final long birth;
    private final Lock lock = new ReentrantLock();
    private final LearnedRate learned = new LearnedRate();
    /** How many calls may be made now. */
    private double free = 1;

    private double filledAt;
    private double pausedUntil;
    private double told;
    private long taken;
    private long left;

    /** Is told what was learned: when it is known, and when it has changed by a quarter. */
    @FunctionalInterface
    public interface Listener {
        void learned(AdaptivePace pace, double requestsPerMinute);
    }

    /**
     * @param adaptive whether to learn; if not, only the service's waits are kept
     * @param nanoTime as {@link System#nanoTime()}
     */
    public AdaptivePace(boolean adaptive, Listener listener, LongSupplier nanoTime) {
        this.adaptive = adaptive;
        this.listener = listener;
        this.nanoTime = nanoTime;
        this.birth = nanoTime.getAsLong();
    }

    /** A place among the calls that wait. */
    public final class Turn {

        private final long place;
        private boolean over;

        private Turn(long place) {
            this.place = place;
        }

        /** How long to wait before this is asked again; nothing once the call may be made. */
        public Duration remaining() {
            return locked(() -> {
                double seconds = over ? 0 : secondsTo(place);
                if (seconds <= 0) {
                    end();
                }
                return Duration.ofNanos((long) Math.ceil(seconds * NANOS));
            });
        }

        /** Leaves the others its place. */
        public void giveUp() {
            locked(() -> {
                end();
                return over;
            });
        }

        private void end() {
            if (!over) {
                over = true;
                left++;
            }
        }
    }

    /** Takes a place behind the calls that wait. */
    public Turn take() {
        return locked(() -> new Turn(taken++));
    }

    /** The time, to be returned with a call's outcome. */
    public long now() {
        return nanoTime.getAsLong() - birth;
    }

    /**
     * A call was carried out.
     *
     * @param sent when it was sent
     */
    public void granted(long sent) {
        locked(() -> {
            fill();
            learned.granted(sent / NANOS, seconds());
            return sent;
        });
    }

    /**
     * A call was refused, since there were too many.
     *
     * @param sent when it was sent
     * @param wait what the service asks for
     */
    public void refused(long sent, Duration wait) {
        OptionalDouble news = locked(() -> {
            fill();
            double now = seconds();
            pausedUntil = Math.max(pausedUntil, now + wait.toNanos() / NANOS);
            if (adaptive) {
                learned.refused(sent / NANOS, now);
            }
            return news();
        });
        news.ifPresent(rate -> listener.learned(this, rate));
    }

    /** Whether the service has asked to wait, and the time isn't over. */
    public boolean isPaused() {
        return locked(() -> pausedUntil > seconds());
    }

    /** About how many requests a minute the service grants; empty while that isn't known. */
    public OptionalDouble requestsPerMinute() {
        return locked(() -> learned.isKnown() ? OptionalDouble.of(learned.peak()) : OptionalDouble.empty());
    }

    private OptionalDouble news() {
        double peak = learned.peak();
        if (!learned.isKnown() || Math.abs(peak - told) < told / 4) {
            return OptionalDouble.empty();
        }
        told = peak;
        return OptionalDouble.of(peak);
    }

    private double secondsTo(long place) {
        double now = seconds();
        if (pausedUntil > now) {
            return pausedUntil - now;
        }
        fill();
        if (free >= 1) {
            free--;
            return 0;
        }
        double due = (1 - free + Math.max(0, place - left)) * 60 / learned.perMinute();
        // The rate may rise meanwhile.
        return Math.min(due, Math.max(1, due / 4));
    }

    private void fill() {
        double now = seconds();
        double rate = learned.perMinute() / 60;
        free = Double.isInfinite(rate) ? 1 : Math.min(1 + CATCH_UP_SECONDS * rate, free + (now - filledAt) * rate);
        filledAt = now;
    }

    private double seconds() {
        return now() / NANOS;
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
