// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.paidonce;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.api.BackgroundCutTransportException;
import io.github.camelbackgroundcut.support.NoTempFilesLeft;
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

    /** Its first tenth is more than is kept in memory. */
    private static final byte[] LARGE = new byte[64 * 1024 * 1024];

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
        SERVICE.stubFor(get(urlMatching(FILES))
                .atPriority(1)
                .willReturn(aResponse().withBody(LARGE).withChunkedDribbleDelay(10, 20_000)));
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("own:download");
            }
        });
        CompletableFuture<Exchange> download = camel.template()
                .asyncSend("direct:in", exchange -> exchange.getMessage().setBody("shop/mug.png"));
        Awaitility.await("the answer comes in")
                .until(() -> NoTempFilesLeft.tempFiles().size() > before.size());

        long start = System.nanoTime();
        camel.context().stop();

        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(10);
        assertThat(download.orTimeout(5, TimeUnit.SECONDS).join().getException())
                .isInstanceOf(RejectedExecutionException.class)
                .hasCauseInstanceOf(BackgroundCutTransportException.class);
        assertThat(NoTempFilesLeft.tempFiles()).isEqualTo(before);
    }
}
