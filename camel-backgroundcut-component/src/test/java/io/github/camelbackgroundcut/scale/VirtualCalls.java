// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.scale;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A program that makes calls at a time, for {@link ConcurrentCallsIT} to start with virtual threads. */
final class VirtualCalls {

    private static final int PLATFORM_THREADS = 60;

    private VirtualCalls() {}

    /**
     * @param args the service's address, how many calls, and how many at a time
     */
    public static void main(String[] args) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            BackgroundCutComponent component = new BackgroundCutComponent();
            component.getConfiguration().setApiKey("test-key");
            component.getConfiguration().setBaseUrl(args[0]);
            component.setMaxConcurrentCalls(Integer.parseInt(args[2]));
            context.addComponent("backgroundcut", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("backgroundcut:usage");
                }
            });
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            List<CompletableFuture<Exchange>> calls = IntStream.range(0, Integer.parseInt(args[1]))
                    .mapToObj(i -> template.asyncSend("direct:in", exchange -> {}))
                    .toList();
            for (CompletableFuture<Exchange> call : calls) {
                if (call.get().getException() != null) {
                    throw call.get().getException();
                }
            }
            int threads = ManagementFactory.getThreadMXBean().getPeakThreadCount();
            if (threads >= PLATFORM_THREADS) {
                throw new IllegalStateException(threads + " platform threads");
            }
        }
    }
}
