// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T08:49:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "' 30 ', 30", "007, 7", "999999999, 999999999"})
    void readsSeconds(String value, long seconds) {
        assertThat(RetryAfter.parse(value, Optional.empty(), CLOCK)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 01 Nov 2026 08:49:37 GMT",
                "Sunday, 01-Nov-26 08:49:37 GMT",
                "Sun Nov  1 08:49:37 2026",
                " Sun, 01 Nov 2026 08:49:37 GMT ",
            })
    void readsEachFormOfAnHttpDate(String value) {
        assertThat(RetryAfter.parse(value, Optional.empty(), CLOCK)).contains(Duration.ofSeconds(37));
    }

    /** The service's clock is five minutes ahead of ours, or behind. */
    @ParameterizedTest
    @CsvSource({
        "'Sun, 01 Nov 2026 08:54:00 GMT', 'Sun, 01 Nov 2026 08:54:02 GMT'",
        "'Sun, 01 Nov 2026 08:44:00 GMT', 'Sun, 01 Nov 2026 08:44:02 GMT'",
        "'Sunday, 01-Nov-26 08:44:00 GMT', 'Sun, 01 Nov 2026 08:44:02 GMT'"
    })
    void measuresADateAgainstTheAnswersOwn(String answered, String value) {
        assertThat(RetryAfter.parse(value, Optional.of(answered), CLOCK)).contains(Duration.ofSeconds(2));
    }

    @Test
    void measuresADateAgainstOurClockIfTheAnswersCannotBeRead() {
        assertThat(RetryAfter.parse("Sun, 01 Nov 2026 08:49:37 GMT", Optional.of("yesterday"), CLOCK))
                .contains(Duration.ofSeconds(37));
    }

    @Test
    void takesAPastDateForNoWait() {
        assertThat(RetryAfter.parse("Sun, 01 Nov 2026 08:00:00 GMT", Optional.empty(), CLOCK))
                .contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "-1",
                "1.5",
                "+5",
                "5s",
                "0x10",
                "٣",
                "1000000000",
                "99999999999999999999999999",
                "2026-11-01T08:49:37Z",
                "Sun, 99 Nov 2026 08:49:37 GMT"
            })
    void readsNothingElse(String value) {
        assertThat(RetryAfter.parse(value, Optional.empty(), CLOCK)).isEmpty();
    }
}
