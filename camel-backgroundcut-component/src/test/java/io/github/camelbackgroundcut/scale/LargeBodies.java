// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.scale;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.SynchronizationAdapter;

/** A program that sends one picture through one operation, for {@link LargeBodiesIT} to start with little memory. */
final class LargeBodies {

    private LargeBodies() {}

    /**
     * @param args the service's address, the operation, the picture, what the body is ("file", "stream", or
     *     "spooled" for a stream that Camel caches), and the folder for the result
     */
    public static void main(String[] args) throws Exception {
        Path picture = Path.of(args[2]);
        try (DefaultCamelContext context = new DefaultCamelContext();
                InputStream stream = Files.newInputStream(picture)) {
            BackgroundCutComponent component = new BackgroundCutComponent();
            component.getConfiguration().setApiKey("test-key");
            component.getConfiguration().setBaseUrl(args[0]);
            context.disableJMX();
            context.addComponent("backgroundcut", component);
            CompletableFuture<Exchange> done = new CompletableFuture<>();
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("seda:in")
                            .streamCaching(Boolean.toString(!args[3].equals("stream")))
                            .process(exchange -> exchange.getExchangeExtension()
                                    .addOnCompletion(new SynchronizationAdapter() {
                                        @Override
                                        public void onDone(Exchange exchange) {
                                            done.complete(exchange);
                                        }
                                    }))
                            .to("backgroundcut:" + args[1])
                            .to("file:" + args[4] + "?fileName=result");
                }
            });
            // Else Camel keeps the stream in memory, before the component gets to see it.
            context.getStreamCachingStrategy().setSpoolEnabled(true);
            context.start();
            Object body =
                    args[1].equals("download") ? "shop/large.png" : args[3].equals("file") ? picture.toFile() : stream;
            context.createProducerTemplate().sendBody("seda:in", body);
            Exception failure = done.get().getException();
            if (failure != null) {
                throw failure;
            }
        }
    }
}
