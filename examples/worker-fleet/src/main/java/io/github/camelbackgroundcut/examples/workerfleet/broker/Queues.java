// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.broker;

import java.util.List;

/** The names of the queues. */
public final class Queues {

    public static final String PICTURES = "pictures";
    public static final String CUTOUTS = "cutouts";
    public static final String DEAD_LETTERS = "DLQ.pictures";
    public static final String REPORTS = "reports";

    static final List<String> ALL = List.of(PICTURES, CUTOUTS, DEAD_LETTERS, REPORTS);

    private Queues() {}
}
