// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** How calls are counted. */
public enum RateLimitKind {
    /** See {@link FixedWindow}. */
    FIXED_WINDOW(FixedWindow::new),
    /** See {@link SlidingWindow}. */
    SLIDING_WINDOW(SlidingWindow::new),
    /** See {@link TokenBucket}. */
    TOKEN_BUCKET(TokenBucket::new);

    private final BiFunction<Integer, Duration, RateLimit> maker;

    RateLimitKind(BiFunction<Integer, Duration, RateLimit> maker) {
        this.maker = maker;
    }

    /** A limit of its own, of which nothing is used yet. */
    public RateLimit perMinute(int calls) {
        return maker.apply(calls, Duration.ofMinutes(1));
    }

    /** Its name in options and calls, such as {@code fixed-window}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RateLimitKind> fromText(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
