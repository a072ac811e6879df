// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.clients;

import io.github.camelbackgroundcut.benchmarks.Meter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinition;

/** Runs a route twice, from two folders: to get warm, and to be measured. */
final class CamelRun {

    /** All pictures are there when the route starts: one look at the folder is enough, and it costs no client any time. */
    private static final String POLL_AT_ONCE = "?initialDelay=0&repeatCount=1";

    private final PictureFolders folders;

    CamelRun(PictureFolders folders) {
        this.folders = folders;
    }

    /**
     * Measures a route and prints the result.
     *
     * @param work the steps between the two folders
     */
    void measure(ContextSetup setup, UnaryOperator<ProcessorDefinition<?>> work) throws Exception {
        CountDownLatch warm = new CountDownLatch(folders.warmUpPictures());
        CountDownLatch done = new CountDownLatch(folders.pictures());
        try (CamelContext context = new DefaultCamelContext()) {
            setup.accept(context);
            context.addRoutes(route("warm-up", folders.warmUpInbox(), work, warm));
            context.start();
            warm.await();
            awaitIdle(context);
            context.getRouteController().stopRoute("warm-up");
            RouteBuilder measured = route("measured", folders.inbox(), work, done);
            Meter meter = new Meter();
            context.addRoutes(measured);
            done.await();
            awaitIdle(context);
            meter.report(folders.pictures());
        }
    }

    private RouteBuilder route(String id, Path inbox, UnaryOperator<ProcessorDefinition<?>> work, CountDownLatch done) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                work.apply(from("file:" + inbox + POLL_AT_ONCE).routeId(id))
                        .to("file:" + folders.outbox())
                        .process(exchange -> done.countDown());
            }
        };
    }

    /** The consumer has still to move the last files. */
    private static void awaitIdle(CamelContext context) throws InterruptedException {
        while (context.getInflightRepository().size() > 0) {
            Thread.sleep(1);
        }
    }

    @FunctionalInterface
    interface ContextSetup {
        void accept(CamelContext context) throws Exception;
    }
}
