// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutOperation;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.FileEndpoint;

/** Sends a route what it is for, and something broken, and looks at what became of it. */
abstract class RouteTrial {

    final RouteOnTrial route;
    final Endpoint input;
    /** Whether a call that failed is repeated, also one that may have been charged: then each good picture has to come out. */
    final boolean repeats;

    RouteTrial(RouteOnTrial route, Endpoint input, boolean repeats) {
        this.route = route;
        this.input = input;
        this.repeats = repeats;
    }

    /** The one for what the route begins with and does. */
    static RouteTrial of(RouteOnTrial route, Endpoint input, boolean repeats) {
        Set<BackgroundCutOperation> operations = route.operations();
        if (input instanceof FileEndpoint inbox) {
            return new FolderTrial(route, inbox, repeats);
        }
        String scheme = input.getEndpointUri().split(":", 2)[0];
        if (operations.equals(Set.of(BackgroundCutOperation.token))
                && Set.of("direct", "platform-http").contains(scheme)) {
            return new TokenTrial(route, input, repeats);
        }
        if (operations.equals(Set.of(BackgroundCutOperation.segment)) && scheme.equals("direct")) {
            return new SegmentTrial(route, input, repeats);
        }
        if (operations.equals(Set.of(BackgroundCutOperation.publicUrl)) && scheme.equals("direct")) {
            return new PublicUrlTrial(route, input, repeats);
        }
        if (scheme.equals("direct")) {
            return new CallTrial(route, input, repeats);
        }
        throw new AssertionError("A route from " + input.getEndpointUri() + ", which no trial knows how to feed");
    }

    final void run() throws Exception {
        send();
        assertThat(route.emulator.struckFaults()).as("faults that struck").isNotEmpty();
        route.emulator.setFaults(FaultPlan.none());
        check();
        Map<String, Integer> charges = route.emulator.charges();
        assertThat(charges.values()).as("charges: " + charges).allMatch(times -> times == 1);
    }

    abstract void send() throws Exception;

    abstract void check() throws Exception;
}
