// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/** The {@code Retry-After} header (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {

    private static final int MAX_DIGITS = 9;
    /** The oldest of the three forms of a date, which HttpClient refuses since it names no zone. */
    private static final DateTimeFormatter ASCTIME = DateTimeFormatter.ofPattern(
                    "EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private RetryAfter() {}

    /**
     * How long to wait; empty if the value is neither seconds nor a date. A date in the past means 0.
     *
     * @param answered the answer's own {@code Date}: a date is measured against it, since the two clocks may differ
     * @param clock ours, for an answer without a date
     */
    static Optional<Duration> parse(String value, Optional<String> answered, Clock clock) {
        String text = value.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() > MAX_DIGITS
                    ? Optional.empty()
                    : Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        return date(text)
                .map(date -> Duration.between(
                        answered.map(String::strip).flatMap(RetryAfter::date).orElseGet(clock::instant), date))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Instant> date(String text) {
        Instant date = DateUtils.parseStandardDate(text);
        if (date != null) {
            return Optional.of(date);
        }
        try {
            return Optional.of(ASCTIME.parse(text, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
