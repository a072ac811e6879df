// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault.injection;

import io.github.camelbackgroundcut.emulator.fault.FaultCall;
import io.github.camelbackgroundcut.emulator.fault.FaultKind;
import io.github.camelbackgroundcut.emulator.fault.InjectedFault;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The faults of one call, kept with its context. A context without them, such as the page's, meets none. */
public final class CallFaults {

    private static final String CALL = CallFaults.class.getName() + ".call";
    private static final String STRUCK = CallFaults.class.getName() + ".struck";

    private CallFaults() {}

    static void put(RoutingContext context, FaultCall call) {
        context.put(CALL, call);
    }

    static Optional<FaultCall> of(RoutingContext context) {
        return Optional.ofNullable(context.get(CALL));
    }

    /** The first of these faults that strikes now, if any does. */
    static Optional<InjectedFault> strike(RoutingContext context, Iterable<FaultKind> faults) {
        Optional<FaultCall> call = of(context);
        if (call.isPresent()) {
            for (FaultKind fault : faults) {
                Optional<InjectedFault> injected = call.get().strike(fault);
                if (injected.isPresent()) {
                    String before = struck(context).map(text -> text + ", ").orElse("");
                    context.put(STRUCK, before + fault.text());
                    return injected;
                }
            }
        }
        return Optional.empty();
    }

    /** The faults of the call so far, such as {@code latency, lost}. */
    public static Optional<String> struck(RoutingContext context) {
        return Optional.ofNullable(context.get(STRUCK));
    }
}
