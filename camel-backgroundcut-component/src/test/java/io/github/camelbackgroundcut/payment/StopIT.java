// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.support.NoTempFilesLeft;
import io.github.camelbackgroundcut.support.RawServer;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A context that stops while an answer comes in. */
class StopIT extends FaultyService {

    /** More than is kept in memory. */
    private static final byte[] BEGINNING = new byte[5 * 1024 * 1024];

    @Override
    protected void configure(DefaultCamelContext context) {
        BackgroundCutComponent own = new BackgroundCutComponent();
        own.setConfiguration(context.getComponent("backgroundcut", BackgroundCutComponent.class)
                .getConfiguration()
                .copy());
        context.addComponent("own", own);
        context.getShutdownStrategy().setTimeout(1);
    }

    @Test
    void waitsAndThenEndsADownloadCleanly() throws Exception {
        Set<Path> before = NoTempFilesLeft.tempFiles();
        // The rest never comes: only the stop can end the download.
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket.getInputStream());
            RawServer.write(socket, "HTTP/1.1 200 OK\nContent-Length: " + 2 * BEGINNING.length + "\n\n");
            socket.getOutputStream().write(BEGINNING);
            RawServer.readHead(socket.getInputStream());
        })) {
            camel.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("own:download?responseTimeout=600s&baseUrl=" + server.baseUrl());
                }
            });
            CompletableFuture<Exchange> download = camel.template()
                    .asyncSend("direct:in", exchange -> exchange.getMessage().setBody("shop/mug.png"));
            Awaitility.await("the answer comes in")
                    .until(() -> NoTempFilesLeft.tempFiles().size() > before.size());

            camel.context().stop();

            assertThat(download.orTimeout(60, TimeUnit.SECONDS).join().getException())
                    .isInstanceOf(RejectedExecutionException.class)
                    .hasCauseInstanceOf(BackgroundCutTransportException.class);
            assertThat(NoTempFilesLeft.tempFiles()).isEqualTo(before);
        }
    }
}
