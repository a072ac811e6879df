// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import java.util.Optional;

/**
 * Brings an engine of its own to every emulator of a program: a provider on the class path is found with
 * {@link java.util.ServiceLoader}. List its class in {@code META-INF/services} under the name of this interface.
 *
 * <p>An emulator that is configured with an engine does not ask the providers.
 */
public interface CutoutEngineProvider {

    /**
     * Called once for each emulator that starts.
     *
     * @param settings the model that the user asked for, if any
     * @return an engine, which the emulator closes if it is {@link AutoCloseable}; empty to leave the work to another,
     *     for instance because the settings name no model
     * @throws IllegalArgumentException if the settings can't be followed, with a message that says what to change
     */
    Optional<CutoutEngine> open(EngineSettings settings);
}
