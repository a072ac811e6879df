// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.clients;

import io.github.camelbackgroundcut.benchmarks.Arguments;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * The hand-tuned calls between the same {@code file:} endpoints that the component stands between: the least that a route can
 * cost, whatever does the work in it.
 */
public final class HandTunedRouteClient {

    /** More than a result has; one larger fails. */
    private static final int RESULT_BYTES = 16 * 1024 * 1024;

    private static final ThreadLocal<byte[]> RESULT = ThreadLocal.withInitial(() -> new byte[RESULT_BYTES]);

    private HandTunedRouteClient() {}

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        int concurrency = arguments.count("concurrency");
        ExecutorService threads = Executors.newFixedThreadPool(concurrency);
        try (HandTunedCalls calls = new HandTunedCalls(arguments.text("baseUrl"), concurrency)) {
            new CamelRun(PictureFolders.of(arguments))
                    .measure(context -> {}, route -> route.process(new Calls(calls, threads)));
        } finally {
            threads.shutdown();
        }
    }

    /** Lets the consumer go on, as the component does. The rest of the route runs on the thread of the calls. */
    private static final class Calls extends AsyncProcessorSupport {

        private final HandTunedCalls calls;
        private final ExecutorService threads;

        Calls(HandTunedCalls calls, ExecutorService threads) {
            this.calls = calls;
            this.threads = threads;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            threads.execute(() -> {
                try {
                    calls.removeBackground(
                            exchange.getMessage().getBody(File.class).toPath(), result -> {
                                byte[] buffer = RESULT.get();
                                int length = result.readNBytes(buffer, 0, buffer.length);
                                if (length == buffer.length) {
                                    throw new IOException("The result has more than " + buffer.length + " bytes");
                                }
                                exchange.getMessage().setBody(new ByteArrayInputStream(buffer, 0, length));
                            });
                } catch (Exception e) {
                    exchange.setException(e);
                }
                callback.done(false);
            });
            return false;
        }
    }
}
