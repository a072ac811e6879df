// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.clients;

import io.github.camelbackgroundcut.benchmarks.Arguments;

/** The component as its users write it: {@code file → backgroundcut:removeBackground → file}. */
public final class ComponentClient {

    private ComponentClient() {}

    public static void main(String[] args) throws Exception {
        ComponentRun.measure(Arguments.of(args), "backgroundcut:removeBackground");
    }
}
