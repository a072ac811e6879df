// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import java.util.Map;
import org.slf4j.LoggerFactory;

/** A process of the fleet. Its argument is its {@link Role}; {@code application.properties} names its settings. */
public final class WorkerFleet {

    private WorkerFleet() {}

    public static void main(String[] arguments) {
        try {
            Role role = Role.of(arguments);
            try (Fleet fleet = new Fleet(role, Map.of(), System.getenv())) {
                fleet.run(() -> System.out.println(fleet.greeting()));
            }
        } catch (Exception | LinkageError e) {
            LoggerFactory.getLogger(WorkerFleet.class).error("The process stops", e);
            System.err.println("The process stops: " + e.getMessage());
            // Threads that a half-done start has left behind must not keep the process alive.
            System.exit(1);
        }
    }
}
