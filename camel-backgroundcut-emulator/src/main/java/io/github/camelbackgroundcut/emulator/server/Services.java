// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.api.Workers;
import io.github.camelbackgroundcut.emulator.engine.CutoutService;
import io.github.camelbackgroundcut.emulator.fault.injection.FaultControl;
import io.github.camelbackgroundcut.emulator.store.Charges;
import io.github.camelbackgroundcut.emulator.store.FileStore;

/**
 * What the handlers work with.
 *
 * @param store       the pictures
 * @param cutouts     makes the cutouts
 * @param workers     the threads for it
 * @param charges     what was paid
 * @param faults      what is to go wrong
 * @param connections the callers' connections
 */
public record Services(
        FileStore store,
        CutoutService cutouts,
        Workers workers,
        Charges charges,
        FaultControl faults,
        OpenConnections connections) {}
