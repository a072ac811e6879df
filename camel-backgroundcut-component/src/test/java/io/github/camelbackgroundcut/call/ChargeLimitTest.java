// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.api.error.ChargeLimitExceededException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ChargeLimitTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final AtomicLong now = new AtomicLong(-MINUTE);
    private final ChargeLimit limit = new ChargeLimit(2, now::get);

    @Test
    void refusesThePictureBeyondIt() throws Exception {
        pay();
        pay();

        assertThatThrownBy(limit::reserve)
                .isInstanceOf(ChargeLimitExceededException.class)
                .hasMessageContaining("maxPaidPicturesPerHour=2")
                .hasMessageContaining("nothing was sent");
    }

    @Test
    void countsThoseThatAreOnTheirWay() {
        limit.reserve();
        limit.reserve();

        assertThatThrownBy(limit::reserve).isInstanceOf(ChargeLimitExceededException.class);
    }

    @Test
    void countsAnyHour() throws Exception {
        pay();
        now.addAndGet(40 * MINUTE);
        pay();
        now.addAndGet(19 * MINUTE);
        assertThatThrownBy(limit::reserve)
                .isInstanceOfSatisfying(
                        ChargeLimitExceededException.class,
                        e -> assertThat(e.getRetryAfter()).isEqualTo(Duration.ofMinutes(1)));
        now.addAndGet(MINUTE);

        pay();

        assertThatThrownBy(limit::reserve).isInstanceOf(ChargeLimitExceededException.class);
    }

    @Test
    void aPlaceThatIsClosedUnusedIsFreeAgain() throws Exception {
        pay();
        limit.reserve().close();

        assertThatCode(this::pay).doesNotThrowAnyException();
    }

    @Test
    void aPlaceIsGivenBackOnce() {
        ChargeLimit.Place place = limit.reserve();
        place.close();
        place.close();
        limit.reserve();
        limit.reserve();

        assertThatThrownBy(limit::reserve).isInstanceOf(ChargeLimitExceededException.class);
    }

    @Test
    void withoutALimitEveryPictureMayBePaidFor() {
        ChargeLimit none = new ChargeLimit(0, now::get);
        none.reserve();

        assertThatCode(none::reserve).doesNotThrowAnyException();
    }

    private void pay() throws Exception {
        limit.reserve().pay(() -> "paid");
    }
}
