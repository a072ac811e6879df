// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault.injection;

import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import io.github.camelbackgroundcut.emulator.fault.FaultRun;
import java.util.concurrent.atomic.AtomicReference;

/** The faults that are on, which can be exchanged at any time. Calls under way keep those that they began with. */
public final class FaultControl {

    private final AtomicReference<FaultRun> run = new AtomicReference<>();

    public FaultControl(FaultPlan plan) {
        set(plan);
    }

    /** Starts a plan from its beginning: all counts are 0 again. */
    public void set(FaultPlan plan) {
        run.set(new FaultRun(plan));
    }

    public FaultRun run() {
        return run.get();
    }
}
