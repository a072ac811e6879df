// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.clients;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.benchmarks.Arguments;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.builder.RouteBuilder;

/** The component as its users write it: {@code file → backgroundcut:removeBackground → file}. */
public final class ComponentClient {

    private ComponentClient() {}

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        new CamelRun(PictureFolders.of(arguments))
                .measure(
                        context -> {
                            BackgroundCutComponent component =
                                    context.getComponent("backgroundcut", BackgroundCutComponent.class);
                            component.getConfiguration().setApiKey("benchmark");
                            component.getConfiguration().setBaseUrl(arguments.text("baseUrl"));
                            component.setMaxConcurrentCalls(arguments.count("concurrency"));
                        },
                        ComponentClient::route);
    }

    private static RouteBuilder route(String id, Path inbox, Path outbox, CountDownLatch done) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(CamelRun.from(inbox))
                        .routeId(id)
                        .to("backgroundcut:removeBackground")
                        .to("file:" + outbox)
                        .process(exchange -> done.countDown());
            }
        };
    }
}
