// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * How a cutout was made.
 *
 * @param engine  the name of the engine, or where else the matte came from
 * @param quality the quality of the matte; empty if it did not matter
 * @param time    what the matte took; the same for all cutouts that share it
 */
public record CutoutFacts(String engine, Optional<Quality> quality, Duration time) {}
