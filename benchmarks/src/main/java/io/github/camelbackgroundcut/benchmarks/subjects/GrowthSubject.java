// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.subjects;

import io.github.camelbackgroundcut.benchmarks.Arguments;
import io.github.camelbackgroundcut.benchmarks.Component;
import io.github.camelbackgroundcut.benchmarks.Meter;
import io.github.camelbackgroundcut.benchmarks.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/** Sends few pictures and then many through one context, and looks at its heap on the way. */
public final class GrowthSubject {

    private static final int CONCURRENCY = 4;

    private GrowthSubject() {}

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        Path folder = arguments.path("folder");
        Path picture = Files.write(folder.resolve("picture.jpg"), new byte[arguments.count("pictureBytes")]);
        int few = arguments.count("few");
        int many = arguments.count("many");
        ExecutorService senders = Executors.newFixedThreadPool(CONCURRENCY);
        try (CamelContext context = Component.context(arguments, CONCURRENCY)) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:pictures")
                            // Its path on the server has its size.
                            .to("backgroundcut:removeBackground?outputFilePath=bytes-" + arguments.count("resultBytes")
                                    + "/result.png")
                            .to("file:" + folder.resolve("outbox") + "?fileName=${threadId}.png");
                }
            });
            context.start();
            try (ProducerTemplate template = context.createProducerTemplate()) {
                send(template, senders, picture, few);
                Meter fewMeter = new Meter();
                send(template, senders, picture, few);
                double fewSeconds = fewMeter.seconds();
                Meter manyMeter = new Meter();
                send(template, senders, picture, many / 5);
                double fifthSeconds = manyMeter.seconds();
                double heapAtFifth = heapMb();
                double residentAtFifth = Meter.residentMb("VmRSS");
                Meter restMeter = new Meter();
                send(template, senders, picture, many - many / 5);
                double restSeconds = restMeter.seconds();
                Result.print(
                        "fewSeconds",
                        fewSeconds,
                        "manySeconds",
                        fifthSeconds + restSeconds,
                        "heapAtFifthMb",
                        heapAtFifth,
                        "heapAtEndMb",
                        heapMb(),
                        "residentAtFifthMb",
                        residentAtFifth,
                        "residentAtEndMb",
                        Meter.residentMb("VmRSS"));
            }
        } finally {
            senders.shutdown();
        }
    }

    private static void send(ProducerTemplate template, ExecutorService senders, Path picture, int count)
            throws Exception {
        AtomicInteger left = new AtomicInteger(count);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CONCURRENCY; i++) {
            all.add(senders.submit(() -> {
                while (left.getAndDecrement() > 0) {
                    Exchange done = template.send(
                            "direct:pictures", exchange -> exchange.getMessage().setBody(picture.toFile()));
                    if (done.getException() != null) {
                        throw done.getException();
                    }
                }
                return null;
            }));
        }
        for (Future<?> sender : all) {
            sender.get();
        }
    }

    /** The heap in use after a collection. */
    private static double heapMb() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        System.gc();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}
