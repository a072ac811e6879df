// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.clients;

import io.github.camelbackgroundcut.benchmarks.Arguments;
import io.github.camelbackgroundcut.benchmarks.Component;

/** Runs a route from a folder through endpoints of the component into a folder. */
final class ComponentRun {

    private ComponentRun() {}

    static void measure(Arguments arguments, String... endpoints) throws Exception {
        new CamelRun(PictureFolders.of(arguments))
                .measure(
                        context -> Component.configure(context, arguments, arguments.count("concurrency")),
                        route -> route.to(endpoints));
    }
}
