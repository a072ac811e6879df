// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts calls and says which may pass. A call that may not pass counts nothing.
 *
 * <p>The time is the caller's, so that a test or a simulation needs no sleep. Not safe for use by several threads.
 */
public interface RateLimit {

    /**
     * A call comes.
     *
     * @return empty if it may pass; else how long to wait for the next one that may, which is more than nothing
     */
    Optional<Duration> tryAcquire(Instant now);

    /** How many calls may pass now. */
    int available(Instant now);
}
