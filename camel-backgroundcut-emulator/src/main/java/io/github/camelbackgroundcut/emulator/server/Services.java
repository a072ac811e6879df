// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.api.Workers;
import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.engine.CutoutService;
import io.github.camelbackgroundcut.emulator.fault.injection.FaultControl;
import io.github.camelbackgroundcut.emulator.plan.Accounts;
import io.github.camelbackgroundcut.emulator.store.Charges;
import io.github.camelbackgroundcut.emulator.store.FileStore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the handlers work with.
 *
 * @param store       the pictures
 * @param cutouts     makes the cutouts
 * @param workers     the threads for it
 * @param charges     what was paid
 * @param accounts    who may call, and how much
 * @param dialect     which dialects are spoken
 * @param faults      what is to go wrong
 * @param connections the callers' connections
 */
public record Services(
        FileStore store,
        CutoutService cutouts,
        Workers workers,
        Charges charges,
        Accounts accounts,
        AtomicReference<Dialect> dialect,
        FaultControl faults,
        OpenConnections connections) {}
