// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.clients;

import io.github.camelbackgroundcut.benchmarks.Arguments;
import io.github.camelbackgroundcut.benchmarks.Component;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.builder.RouteBuilder;

/** Runs a route from a folder through endpoints of the component into a folder. */
final class ComponentRun {

    private ComponentRun() {}

    static void measure(Arguments arguments, String... endpoints) throws Exception {
        new CamelRun(PictureFolders.of(arguments))
                .measure(
                        context -> Component.configure(context, arguments, arguments.count("concurrency")),
                        (id, inbox, outbox, done) -> route(endpoints, id, inbox, outbox, done));
    }

    private static RouteBuilder route(String[] endpoints, String id, Path inbox, Path outbox, CountDownLatch done) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(CamelRun.from(inbox))
                        .routeId(id)
                        .to(endpoints)
                        .to("file:" + outbox)
                        .process(exchange -> done.countDown());
            }
        };
    }
}
