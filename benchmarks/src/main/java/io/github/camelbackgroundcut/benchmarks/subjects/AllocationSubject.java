// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.subjects;

import com.sun.management.ThreadMXBean;
import io.github.camelbackgroundcut.benchmarks.Arguments;
import io.github.camelbackgroundcut.benchmarks.Component;
import io.github.camelbackgroundcut.benchmarks.Result;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.support.UnitOfWorkHelper;

/**
 * Counts what one thread allocates for a picture. The operations run on it ({@code synchronous=true}), called without a route, so
 * that Camel's own share is small.
 */
public final class AllocationSubject {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 500;
    private static final int PICTURES = 200;

    private AllocationSubject() {}

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        int bytes = arguments.count("bytes");
        File picture = Files.write(arguments.path("picture"), new byte[bytes]).toFile();
        String path = "bytes-" + bytes + "/result.png";
        try (CamelContext context = Component.context(arguments, 1)) {
            context.start();
            Result.print(
                    "uploadKb", kilobytes(context, "backgroundcut:upload", () -> picture),
                    "downloadKb", kilobytes(context, "backgroundcut:download", () -> path),
                    "removeBackgroundKb",
                            kilobytes(context, "backgroundcut:removeBackground?outputFilePath=" + path, () -> picture));
        }
    }

    private static double kilobytes(CamelContext context, String uri, Supplier<Object> body) throws Exception {
        Endpoint endpoint = context.getEndpoint(uri + (uri.contains("?") ? "&" : "?") + "synchronous=true");
        Producer producer = endpoint.createProducer();
        producer.start();
        try {
            send(producer, endpoint, body, WARM_UP);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            send(producer, endpoint, body, PICTURES);
            return (THREADS.getCurrentThreadAllocatedBytes() - before) / 1000.0 / PICTURES;
        } finally {
            producer.stop();
        }
    }

    private static void send(Producer producer, Endpoint endpoint, Supplier<Object> body, int count) throws Exception {
        Endpoint consumed = endpoint.getCamelContext().getEndpoint("seda:pictures");
        for (int i = 0; i < count; i++) {
            Exchange exchange = endpoint.createExchange();
            // As from a consumer: the body is not used after the exchange.
            exchange.getExchangeExtension().setFromEndpoint(consumed);
            exchange.getExchangeExtension().setFromRouteId("pictures");
            exchange.getMessage().setBody(body.get());
            producer.process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            UnitOfWorkHelper.doneSynchronizations(
                    exchange, exchange.getExchangeExtension().handoverCompletions());
        }
    }
}
