// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.support.NoTempFilesLeft;
import io.github.camelbackgroundcut.support.StubbedService;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Ordered;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.SynchronizationAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a downloaded picture can be read, and that its temporary file goes. */
class ResultLifetimeIT extends StubbedService {

    private static final int MEBIBYTE = 1024 * 1024;

    private final Set<Path> before = NoTempFilesLeft.tempFiles();

    @TempDir
    Path outbox;

    @ParameterizedTest
    @ValueSource(ints = {1, 128 * 1024, MEBIBYTE, 8 * MEBIBYTE, 8 * MEBIBYTE + 1, 20 * MEBIBYTE})
    void aCallerReadsTheResultAfterTheExchangeIsDone(int length) throws Exception {
        byte[] bytes = stubDownloadOf(length);

        Exchange exchange = succeeded(send("backgroundcut:download", "shop/mug.png"));

        try (InputStream in = exchange.getMessage().getBody(InputStream.class)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {MEBIBYTE, 20 * MEBIBYTE})
    void aCallerOfARouteReadsItToo(int length) throws Exception {
        byte[] bytes = stubDownloadOf(length);
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("backgroundcut:download");
            }
        });

        Exchange exchange = succeeded(send("direct:in", "shop/mug.png"));

        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(bytes);
    }

    @Test
    void aCallerReadsAResultOfModerateSizeAsOftenAsItLikes() {
        byte[] bytes = stubDownloadOf(8 * MEBIBYTE);

        Exchange exchange = succeeded(send("backgroundcut:download", "shop/mug.png"));

        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(bytes);
        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(bytes);
    }

    @Test
    void aRequestReplyReadsItAsBytes() {
        byte[] bytes = stubDownloadOf(MEBIBYTE);

        assertThat(camel.template().requestBody("backgroundcut:download", "shop/mug.png", byte[].class))
                .isEqualTo(bytes);
    }

    @Test
    void aRouteWritesItToAFileAndLeavesNothing() throws Exception {
        byte[] bytes = stubDownloadOf(MEBIBYTE);
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("backgroundcut:download").to("file:" + outbox);
            }
        });

        succeeded(send("direct:in", "shop/mug.png"));

        assertThat(outbox.resolve("mug.png")).hasBinaryContent(bytes);
    }

    @Test
    void aRouteThatFailsLaterLeavesNothing() throws Exception {
        stubDownloadOf(MEBIBYTE);
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("backgroundcut:download").throwException(new IllegalStateException("no"));
            }
        });

        assertThat(send("direct:in", "shop/mug.png").getException()).hasMessage("no");
    }

    @Test
    void aSedaRouteReadsItWhileItRunsAndLeavesNothing() throws Exception {
        byte[] bytes = stubDownloadOf(MEBIBYTE);
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("backgroundcut:download").to("seda:next?waitForTaskToComplete=Never");
                from("seda:next").delay(100).convertBodyTo(byte[].class).to("mock:out");
            }
        });
        MockEndpoint out = camel.context().getEndpoint("mock:out", MockEndpoint.class);
        out.expectedBodiesReceived(bytes);

        succeeded(send("direct:in", "shop/mug.png"));

        out.assertIsSatisfied();
    }

    @ParameterizedTest
    @ValueSource(ints = {MEBIBYTE, 6 * MEBIBYTE})
    void aCallerReadsItAlthoughASedaRouteThatGotItTooIsDone(int length) throws Exception {
        byte[] bytes = stubDownloadOf(length);
        CountDownLatch seen = new CountDownLatch(1);
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("backgroundcut:download").to("seda:audit").process(in -> waitFor(seen));
                from("seda:audit").process(audited -> tellWhenDone(audited, seen));
            }
        });

        Exchange exchange = succeeded(send("direct:in", "shop/mug.png"));

        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {MEBIBYTE, 6 * MEBIBYTE})
    void aRouteWritesItToAFileAlthoughASedaRouteThatGotItTooIsDone(int length) throws Exception {
        byte[] bytes = stubDownloadOf(length);
        CountDownLatch seen = new CountDownLatch(1);
        CompletableFuture<Exchange> done = new CompletableFuture<>();
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:in")
                        .to("backgroundcut:download")
                        .to("seda:audit")
                        .process(in -> waitFor(seen))
                        .to("file:" + outbox)
                        .process(done::complete);
                from("seda:audit").process(audited -> tellWhenDone(audited, seen));
            }
        });

        camel.template().sendBody("seda:in", "shop/mug.png");

        done.get(60, TimeUnit.SECONDS);
        assertThat(outbox.resolve("mug.png")).hasBinaryContent(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {MEBIBYTE, 6 * MEBIBYTE})
    void whoAsksARouteForAReplyReadsIt(int length) throws Exception {
        byte[] bytes = stubDownloadOf(length);
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:in").to("backgroundcut:download");
            }
        });

        assertThat(camel.template().requestBody("seda:in", "shop/mug.png", byte[].class))
                .isEqualTo(bytes);
    }

    @Test
    void aCallerWithAnExchangeOfItsOwnReadsIt() {
        byte[] bytes = stubDownloadOf(MEBIBYTE);
        Exchange exchange = ExchangeBuilder.anExchange(camel.context())
                .withBody("shop/mug.png")
                .build();

        succeeded(camel.template().send("backgroundcut:download", exchange));

        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(bytes);
    }

    @Test
    void aCallerOfAComponentWithAnotherNameReadsIt() {
        byte[] bytes = stubDownloadOf(MEBIBYTE);
        BackgroundCutComponent other = new BackgroundCutComponent();
        other.setConfiguration(camel.context()
                .getComponent("backgroundcut", BackgroundCutComponent.class)
                .getConfiguration()
                .copy());
        camel.context().addComponent("cutter", other);

        Exchange exchange = succeeded(send("cutter:download", "shop/mug.png"));

        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {MEBIBYTE, 6 * MEBIBYTE})
    void aRouteThatEnrichesItsMessageByAnotherRouteReadsIt(int length) throws Exception {
        byte[] bytes = stubDownloadOf(length);
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:in")
                        .enrich("direct:cut")
                        .process(in -> read.complete(in.getMessage().getBody(byte[].class)));
                from("direct:cut").to("backgroundcut:download");
            }
        });

        camel.template().sendBody("seda:in", "shop/mug.png");

        assertThat(read.get(60, TimeUnit.SECONDS)).isEqualTo(bytes);
    }

    @Test
    void aCallerReadsItAlthoughATapFailsLater() throws Exception {
        byte[] bytes = stubDownloadOf(MEBIBYTE);
        CountDownLatch mayFail = new CountDownLatch(1);
        CountDownLatch failed = new CountDownLatch(1);
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("backgroundcut:download").wireTap("direct:tap");
                from("direct:tap").process(tapped -> {
                    mayFail.await(60, TimeUnit.SECONDS);
                    tellWhenDone(tapped, failed);
                    throw new IllegalStateException("no");
                });
            }
        });
        Exchange exchange = succeeded(send("direct:in", "shop/mug.png"));

        mayFail.countDown();

        waitFor(failed);
        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {MEBIBYTE, 6 * MEBIBYTE})
    void aCallerMaySendOnWhatItGot(int length) throws Exception {
        byte[] bytes = stubDownloadOf(length);
        CompletableFuture<byte[]> tapped = new CompletableFuture<>();
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:on").wireTap("direct:tap");
                from("direct:tap")
                        .process(tap -> tapped.complete(tap.getMessage().getBody(byte[].class)));
            }
        });
        Object body = succeeded(send("backgroundcut:download", "shop/mug.png"))
                .getMessage()
                .getBody();

        succeeded(send("direct:on", body));

        assertThat(tapped.get(60, TimeUnit.SECONDS)).isEqualTo(bytes);
        assertThat(camel.context().getTypeConverter().convertTo(byte[].class, body))
                .isEqualTo(bytes);
    }

    private static void tellWhenDone(Exchange exchange, CountDownLatch latch) {
        exchange.getUnitOfWork().addSynchronization(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                latch.countDown();
            }

            @Override
            public int getOrder() {
                return Ordered.LOWEST;
            }
        });
    }

    private static void waitFor(CountDownLatch done) throws InterruptedException {
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private static byte[] stubDownloadOf(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        stubAll(aResponse().withHeader("Content-Type", "image/png").withBody(bytes));
        return bytes;
    }

    private Set<Path> newTempFiles() {
        Set<Path> files = new HashSet<>(NoTempFilesLeft.tempFiles());
        files.removeAll(before);
        return files;
    }
}
