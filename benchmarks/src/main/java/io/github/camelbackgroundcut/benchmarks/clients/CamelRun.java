// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.clients;

import io.github.camelbackgroundcut.benchmarks.Meter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Runs a route twice, from two folders: to get warm, and to be measured. */
final class CamelRun {

    /** All pictures are there when the route starts: one look at the folder is enough, and it costs no client any time. */
    private static final String POLL_AT_ONCE = "?initialDelay=0&repeatCount=1";

    private final PictureFolders folders;

    CamelRun(PictureFolders folders) {
        this.folders = folders;
    }

    /** The route's first endpoint. */
    static String from(Path folder) {
        return "file:" + folder + POLL_AT_ONCE;
    }

    /** Measures a route and prints the result. */
    void measure(ContextSetup setup, RouteMaker maker) throws Exception {
        CountDownLatch warm = new CountDownLatch(folders.warmUpPictures());
        CountDownLatch done = new CountDownLatch(folders.pictures());
        try (CamelContext context = new DefaultCamelContext()) {
            setup.accept(context);
            context.addRoutes(maker.route("warm-up", folders.warmUpInbox(), folders.outbox(), warm));
            context.start();
            warm.await();
            awaitIdle(context);
            context.getRouteController().stopRoute("warm-up");
            RouteBuilder measured = maker.route("measured", folders.inbox(), folders.outbox(), done);
            Meter meter = new Meter();
            context.addRoutes(measured);
            done.await();
            awaitIdle(context);
            meter.report(folders.pictures());
        }
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

    @FunctionalInterface
    interface RouteMaker {

        /** A route from one folder to another that counts down what it has done. */
        RouteBuilder route(String id, Path inbox, Path outbox, CountDownLatch done);
    }
}
