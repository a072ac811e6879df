// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.subjects;

import io.github.camelbackgroundcut.benchmarks.Arguments;
import io.github.camelbackgroundcut.benchmarks.Component;
import io.github.camelbackgroundcut.benchmarks.Meter;
import io.github.camelbackgroundcut.benchmarks.Result;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/** Puts many slow calls into a queue that one consumer reads, and waits for all of them. */
public final class InFlightSubject {

    private static final int WARM_UPS = 10;
    private static final int WARM_UP_CONCURRENCY = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private InFlightSubject() {}

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        int calls = arguments.count("calls");
        // Short calls: both sides get warm, and no thread or connection is left for what is measured.
        for (int i = 0; i < WARM_UPS; i++) {
            run(arguments, calls, WARM_UP_CONCURRENCY, "delay-1/picture.jpg");
        }
        run(arguments, calls, calls, "delay-" + arguments.count("delayMillis") + "/picture.jpg")
                .print();
    }

    private static Outcome run(Arguments arguments, int calls, int maxConcurrentCalls, String path) throws Exception {
        // A consumer that looks while its route still starts sleeps for the time of a poll.
        String queue = "seda:calls?pollTimeout=10&size=" + calls;
        CountDownLatch done = new CountDownLatch(calls);
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger handedOver = new AtomicInteger();
        AtomicReference<Double> handOverSeconds = new AtomicReference<>(Double.NaN);
        AtomicReference<Meter> meter = new AtomicReference<>();
        try (CamelContext context = Component.context(arguments, maxConcurrentCalls)) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    onCompletion().process(exchange -> {
                        if (exchange.getProperty(Exchange.EXCEPTION_CAUGHT) != null) {
                            failed.incrementAndGet();
                        }
                        done.countDown();
                    });
                    from(queue)
                            .autoStartup(false)
                            .routeId("calls")
                            .process(exchange -> {
                                if (handedOver.incrementAndGet() == calls) {
                                    handOverSeconds.set(meter.get().seconds());
                                }
                            })
                            .to("backgroundcut:process?maxRetries=0");
                }
            });
            context.start();
            try (ProducerTemplate template = context.createProducerTemplate()) {
                for (int i = 0; i < calls; i++) {
                    template.sendBody(queue, path);
                }
            }
            meter.set(new Meter());
            context.getRouteController().startRoute("calls");
            int threads = 0;
            while (!done.await(50, TimeUnit.MILLISECONDS)) {
                threads = Math.max(threads, THREADS.getThreadCount());
            }
            double seconds = meter.get().seconds();
            if (failed.get() > 0) {
                throw new IllegalStateException(failed + " calls failed");
            }
            return new Outcome(seconds, handOverSeconds.get(), threads);
        }
    }

    private record Outcome(double seconds, double handOverSeconds, int platformThreads) {

        void print() {
            Result.print("seconds", seconds, "handOverSeconds", handOverSeconds, "platformThreads", platformThreads);
        }
    }
}
