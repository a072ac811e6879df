// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearnedRateTest {

    private final LearnedRate rate = new LearnedRate();
    private double now = 1;

    @Test
    void thereIsNoLimitUntilTheFirst429() {
        callFor(60, 1_000);
        assertThat(rate.perMinute()).isInfinite();

        refuse();

        assertThat(rate.perMinute()).isEqualTo(LearnedRate.START);
        assertThat(rate.isKnown()).isFalse();
    }

    @Test
    void theSearchDoublesTheRateUntilTheNext429() {
        refuse();
        callFor(5.5, 60);
        double before = rate.perMinute();

        callFor(4, before);

        assertThat(rate.perMinute()).isBetween(1.6 * before, 2.4 * before);
        assertThat(rate.isKnown()).isFalse();
        refuse();
        assertThat(rate.isKnown()).isTrue();
    }

    @Test
    void the429sOfOthersThatAlsoBeginToSearchDoNotEndIt() {
        refuse();
        now += 2;

        refuse();

        assertThat(rate.perMinute()).isEqualTo(LearnedRate.START);
        assertThat(rate.isKnown()).isFalse();
    }

    @Test
    void a429CutsTheRateToWhatWasGranted() {
        learn();
        double known = rate.peak();

        callFor(300, 300);
        refuse();

        assertThat(rate.peak()).isBetween(300.0, 500.0).isGreaterThan(known);
        assertThat(rate.perMinute()).isCloseTo(0.92 * rate.peak(), within(1e-6));
    }

    @Test
    void callsThatWereSentBeforeTheCutDoNotCutAgain() {
        learn();
        double sent = now;
        now += 1;
        callFor(30, 200);
        refuse();
        double cut = rate.perMinute();

        rate.refused(sent, now);

        assertThat(rate.perMinute()).isEqualTo(cut);
    }

    @Test
    void theEchoOfABurstDoesNotCut() {
        learn();
        double known = rate.perMinute();
        callFor(10, 6 * (2 * known));
        double before = rate.perMinute();

        refuse();

        assertThat(rate.perMinute()).isEqualTo(before);
    }

    @Test
    void theRateIsSoonBackAtThePeakAndStaysThereForAWhile() {
        learn();
        double peak = rate.peak();

        callFor(36, rate.perMinute());
        assertThat(rate.perMinute()).isBetween(0.97 * peak, peak);
        callFor(40, rate.perMinute());
        assertThat(rate.perMinute()).isBetween(0.99 * peak, 1.02 * peak);
    }

    @Test
    void withoutA429TheRateHasDoubledAfterThreeMinutes() {
        learn();
        double peak = rate.peak();

        for (double end = now + 180; now < end; ) {
            callFor(60 / rate.perMinute(), rate.perMinute());
        }

        assertThat(rate.perMinute()).isGreaterThan(2 * peak);
    }

    @Test
    void aRateThatIsNotUsedDoesNotGrow() {
        learn();
        double before = rate.perMinute();

        now += 3_600;

        assertThat(rate.perMinute()).isEqualTo(before);
    }

    @Test
    void aRateThatIsUsedInPartGrowsNoFurtherThanTwiceThat() {
        learn();

        callFor(1_200, 100);

        assertThat(rate.perMinute()).isBetween(150.0, 210.0);
    }

    @Test
    void aServiceThatAlwaysRefusesIsAskedRarelyButAsked() {
        learn();

        for (int i = 0; i < 100; i++) {
            now += 20;
            refuse();
        }

        assertThat(rate.perMinute()).isEqualTo(3);
    }

    private void learn() {
        refuse();
        callFor(8, 120);
        refuse();
        assertThat(rate.isKnown()).isTrue();
    }

    private void refuse() {
        rate.refused(now, now);
    }

    private void callFor(double seconds, double perMinute) {
        for (int i = 0; i < Math.round(seconds * perMinute / 60); i++) {
            now += 60 / perMinute;
            rate.granted(now, now);
        }
    }
}
