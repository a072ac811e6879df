// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many requests a minute a service grants, learned from its answers alone. Others may share the same limit; they are seen
 * only by what they leave.
 *
 * <p><b>Search.</b> There is no limit until the first 429. Then the rate begins at {@value #START} a minute, the same for all
 * that share the limit, and doubles in {@value #DOUBLING} seconds until the next 429.
 *
 * <p><b>A 429</b> cuts the rate to what was {@code seen}, the requests granted in the last minute, or not far under the rate if
 * that is more. The <i>peak</i> is {@code max(seen, 0.7 rate)}, or {@code 0.5 rate} at the end of the search, and the rate goes
 * on a <i>step</i> of 8% under it. Calls that were sent before the cut can't cut again. If clearly more was seen than the rate,
 * the 429 is the echo of an earlier burst, and changes nothing.
 *
 * <p><b>Between two</b>, the rate follows a cubic curve, as TCP's CUBIC does: soon back near the peak, long close to it, and
 * beyond it ever faster, so that a limit that was raised is found in two minutes. With {@code x = 1} after the requests of
 * about {@value #PLATEAU} minutes (after {@value #FEW} of them, if that is longer, but no longer than three minutes):
 *
 * <pre>
 * x ≤ 1: rate = peak · (1 − 0.08 · (1 − x)³)
 * x &gt; 1: rate = peak · (1 + 0.4 · (x − 1)²)
 * </pre>
 *
 * <p>Growth is the same share for all in the same time, but the fast meet 429s more often: so shares come nearer to each
 * other. Since it counts granted requests, and goes no further than twice those of the last minute, a rate that isn't used
 * doesn't grow. Not safe for use by several threads. Times are
 * seconds, rates requests a minute.
 */
final class LearnedRate {

    static final double START = 60;
    private static final double DOUBLING = 4;
    /** Others that share the limit meet their first 429 within so many seconds; until then the search waits. */
    private static final double GATHERING = 5;

    private static final double STEP = 0.08;
    private static final double LEAST_PART = 0.7;
    private static final double LEAST_PART_OF_SEARCH = 0.5;
    private static final double GROWTH = 0.4;
    /** How far a rate may be from what was granted without having been tried. */
    private static final double UNTRIED = 2;

    private static final double PLATEAU = 1.2;
    private static final double FEW = 18;
    private static final double LONGEST_PLATEAU = 3;
    /** Slower than this it would take minutes to see that there is room again. */
    private static final double LEAST = 3;

    private final Deque<Double> lastMinute = new ArrayDeque<>();
    private double rate = Double.POSITIVE_INFINITY;
    private double peak = Double.POSITIVE_INFINITY;
    private double low;
    private boolean searching;
    /** Granted since the last cut, and when that was. */
    private int granted;

    private double cutAt;
    private double learningSince;

    /** Infinite until the first 429. */
    double perMinute() {
        return rate;
    }

    /** Whether a limit is known, and not just that there is one. */
    boolean isKnown() {
        return rate < Double.POSITIVE_INFINITY && !searching;
    }

    /** About what the service grants: what the rate comes back to. */
    double peak() {
        return peak;
    }

    void granted(double sent, double now) {
        if (rate == Double.POSITIVE_INFINITY || sent <= learningSince) {
            return;
        }
        lastMinute.add(now);
        forgetOld(now);
        if (sent <= cutAt) {
            return;
        }
        granted++;
        if (!searching) {
            rate = Math.min(cubic(granted / plateau()), Math.max(peak, UNTRIED * lastMinute.size()));
        } else if (now >= learningSince + GATHERING) {
            rate *= Math.pow(2, 1 / Math.max(1, rate * DOUBLING / 60));
        }
    }

    void refused(double sent, double now) {
        if (rate == Double.POSITIVE_INFINITY) {
            rate = START;
            searching = true;
            learningSince = now;
            cutAt = now;
        } else if (sent > cutAt) {
            cutAt = now;
            forgetOld(now);
            double seen = lastMinute.size();
            if (seen - Math.sqrt(seen) < rate && !(searching && now < learningSince + GATHERING)) {
                cut(seen);
            }
        }
    }

    private void cut(double seen) {
        double likely = Math.max(seen, rate * (searching ? LEAST_PART_OF_SEARCH : LEAST_PART));
        peak = Math.max(LEAST, Math.min(rate, likely));
        low = Math.max(LEAST, Math.min(rate, likely * (1 - STEP)));
        rate = low;
        granted = 0;
        searching = false;
    }

    private double plateau() {
        return Math.max(1, Math.max(PLATEAU * peak, Math.min(FEW, LONGEST_PLATEAU * peak)));
    }

    private double cubic(double x) {
        return x <= 1 ? peak - (peak - low) * Math.pow(1 - x, 3) : peak * (1 + GROWTH * Math.pow(x - 1, 2));
    }

    private void forgetOld(double now) {
        while (!lastMinute.isEmpty() && lastMinute.peek() <= now - 60) {
            lastMinute.remove();
        }
    }
}
