// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.store;

import java.time.Duration;
import java.util.Optional;

/**
 * How a stored file was made from another one.
 *
 * @param from    the picture that it was cut from
 * @param engine  the name of the engine
 * @param quality the quality that was asked for; empty if the call has none
 * @param time    what the engine took
 * @param cropped whether it shows a part only
 */
public record Making(StorePath from, String engine, Optional<String> quality, Duration time, boolean cropped) {}
