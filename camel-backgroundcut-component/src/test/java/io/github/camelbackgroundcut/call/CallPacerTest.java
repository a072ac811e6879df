// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallPacerTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final CallPacer pacer = new CallPacer(600, now::get);

    @Test
    void callsAreSpreadEvenly() {
        assertThat(pacer.reserve()).isZero();
        assertThat(pacer.reserve()).isEqualTo(Duration.ofMillis(100));
        pass(Duration.ofMillis(30));
        assertThat(pacer.reserve()).isEqualTo(Duration.ofMillis(170));
    }

    @Test
    void placesThatNobodyTookAreGone() {
        pacer.reserve();
        pass(Duration.ofMinutes(1));

        assertThat(pacer.reserve()).isZero();
        assertThat(pacer.reserve()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void withoutARateNothingWaits() {
        CallPacer unlimited = new CallPacer(0, now::get);
        unlimited.reserve();

        assertThat(unlimited.reserve()).isZero();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
