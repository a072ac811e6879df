// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * A fault that strikes a call.
 *
 * @param fault    what goes wrong
 * @param duration how long a latency takes, or the {@code Retry-After} of a 429 or 503
 */
public record InjectedFault(FaultKind fault, Optional<Duration> duration) {}
