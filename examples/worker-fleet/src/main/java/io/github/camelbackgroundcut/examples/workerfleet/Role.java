// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a process of the fleet does. */
public enum Role {
    /** Puts pictures into the queue, and shows how the fleet is. */
    DISPATCHER("dispatcher"),
    /** Takes pictures out of the queue, and makes their cutouts. */
    WORKER("worker"),
    /** Puts the dead letters back into the queue, and ends. */
    PUT_BACK("put-back");

    private final String text;

    Role(String text) {
        this.text = text;
    }

    /** As the argument of the program. */
    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException if the arguments are not one role */
    static Role of(String[] arguments) {
        return Optional.of(arguments)
                .filter(given -> given.length == 1)
                .flatMap(given -> Arrays.stream(values())
                        .filter(role -> role.text.equals(given[0]))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException("Say what this process does: "
                        + Arrays.stream(values()).map(Role::text).collect(Collectors.joining(", ")) + "."));
    }

    /** Its routes. */
    String routes(Transport transport) {
        return "classpath:camel/" + transport.text() + "/" + text + "*.camel.yaml";
    }
}
