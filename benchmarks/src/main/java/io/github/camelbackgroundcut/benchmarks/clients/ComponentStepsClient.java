// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.clients;

import io.github.camelbackgroundcut.benchmarks.Arguments;

/** The component's single calls, one after another: {@code file → upload → process → download → file}. */
public final class ComponentStepsClient {

    private ComponentStepsClient() {}

    public static void main(String[] args) throws Exception {
        ComponentRun.measure(
                Arguments.of(args), "backgroundcut:upload", "backgroundcut:process", "backgroundcut:download");
    }
}
