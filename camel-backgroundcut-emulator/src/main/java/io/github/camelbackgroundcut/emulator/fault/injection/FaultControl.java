// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault.injection;

import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import io.github.camelbackgroundcut.emulator.fault.FaultRun;
import io.github.camelbackgroundcut.emulator.store.Charges;
import java.util.concurrent.atomic.AtomicReference;

/** The faults that are on, which can be exchanged at any time. Calls under way keep those that they began with. */
public final class FaultControl {

    private final Charges charges;
    private final AtomicReference<FaultRun> run = new AtomicReference<>();

    public FaultControl(FaultPlan plan, Charges charges) {
        this.charges = charges;
        set(plan);
    }

    /** Starts a plan from its beginning: all counts are 0 again, and its credits are granted anew. */
    public void set(FaultPlan plan) {
        run.set(new FaultRun(plan));
        charges.grant(plan.credits());
    }

    public FaultRun run() {
        return run.get();
    }
}
