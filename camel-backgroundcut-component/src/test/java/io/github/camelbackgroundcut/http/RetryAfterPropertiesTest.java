// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever a server writes into {@code Retry-After}: it is a wait, or nothing. */
class RetryAfterPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Property
    void anyTextIsNoNegativeWait(@ForAll String text) {
        assertThat(RetryAfter.parse(text, Optional.empty(), CLOCK).orElse(Duration.ZERO))
                .isGreaterThanOrEqualTo(Duration.ZERO);
    }

    @Property
    void secondsAreSeconds(@ForAll @IntRange(min = 0, max = 999_999_999) int seconds) {
        assertThat(RetryAfter.parse(" " + seconds + " ", Optional.empty(), CLOCK))
                .contains(Duration.ofSeconds(seconds));
    }

    @Property
    void aDateIsTheTimeUntilThen(@ForAll @LongRange(min = -1_000_000, max = 1_000_000) long seconds) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                NOW.plusSeconds(seconds).atZone(ZoneOffset.UTC));

        assertThat(RetryAfter.parse(date, Optional.empty(), CLOCK))
                .isEqualTo(Optional.of(Duration.ofSeconds(Math.max(0, seconds))));
    }
}
