// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.AccessTokenProvider;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.BackgroundCutEndpoint;
import io.github.camelbackgroundcut.support.StubbedService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On which thread a call runs, and that a failure always comes back through the callback. */
class ThreadsIT extends StubbedService {

    private final AtomicReference<Thread> caller = new AtomicReference<>();

    @Override
    protected void configure(DefaultCamelContext context, BackgroundCutComponent component) {
        component.setMaxConcurrentCalls(2);
        AccessTokenProvider provider = exchange -> {
            caller.set(Thread.currentThread());
            return "token";
        };
        context.getRegistry().bind("tokens", provider);
    }

    @Test
    void aCallDoesNotBlockItsCallerByDefault() throws Exception {
        stubAll(okJson("{}").withFixedDelay(300));
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        AsyncProducer producer = producer("backgroundcut:usage?accessTokenProvider=#tokens");

        boolean doneAtOnce = producer.process(camel.exchange(null), done::complete);

        assertThat(doneAtOnce).isFalse();
        assertThat(done).isNotDone();
        assertThat(done.get(60, TimeUnit.SECONDS))
                .as("done on the caller's thread")
                .isFalse();
        assertThat(caller.get().getName()).contains("BackgroundCut");
    }

    @Test
    void aCallRunsOnItsCallersThreadIfAsked() throws Exception {
        stubAll(okJson("{}"));
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        AsyncProducer producer = producer("backgroundcut:usage?accessTokenProvider=#tokens&synchronous=true");

        boolean doneAtOnce = producer.process(camel.exchange(null), done::complete);

        assertThat(doneAtOnce).isTrue();
        assertThat(done).isCompletedWithValue(true);
        assertThat(caller.get()).isSameAs(Thread.currentThread());
    }

    @Test
    void aCallOfATransactionStaysOnItsThread() throws Exception {
        stubAll(okJson("{}"));
        Exchange exchange = camel.exchange(null);
        exchange.getExchangeExtension().setTransacted(true);

        assertThat(producer("backgroundcut:usage?accessTokenProvider=#tokens").process(exchange, doneSync -> {}))
                .isTrue();

        assertThat(caller.get()).isSameAs(Thread.currentThread());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void aFailureComesBackThroughTheCallback(String synchronous) throws Exception {
        stubAll(aResponse().withStatus(500));
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Exchange exchange = camel.exchange(null);

        producer("backgroundcut:usage?synchronous=" + synchronous).process(exchange, done::complete);

        done.get(60, TimeUnit.SECONDS);
        assertThat(exchange.getException()).hasMessageContaining("failed with status 500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void evenAnErrorComesBackThroughTheCallback(String synchronous) throws Exception {
        AccessTokenProvider broken = exchange -> {
            throw new NoClassDefFoundError("vault/Client");
        };
        camel.context().getRegistry().bind("broken", broken);
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Exchange exchange = camel.exchange(null);

        producer("backgroundcut:usage?accessTokenProvider=#broken&synchronous=" + synchronous)
                .process(exchange, done::complete);

        done.get(60, TimeUnit.SECONDS);
        assertThat(exchange.getException()).hasStackTraceContaining("vault/Client");
    }

    @Test
    void aCallAfterTheComponentStoppedComesBackThroughTheCallback() throws Exception {
        AsyncProducer producer = producer("backgroundcut:usage");
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Exchange exchange = camel.exchange(null);
        camel.context().getComponent("backgroundcut").stop();

        producer.process(exchange, done::complete);

        assertThat(done).isCompleted();
        assertThat(exchange.getException())
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("The BackgroundCut component is stopped");
    }

    @Test
    void aComponentThatStartsAgainServesTheEndpointsThatItHad() throws Exception {
        stubAll(okJson("{}"));
        succeeded(send("backgroundcut:usage", null));

        camel.context().getComponent("backgroundcut").stop();
        camel.context().getComponent("backgroundcut").start();

        succeeded(send("backgroundcut:usage", null));
    }

    @Test
    void aCallOnItsCallersThreadAfterTheComponentStoppedFailsToo() throws Exception {
        AsyncProducer producer = producer("backgroundcut:usage?synchronous=true");
        Exchange exchange = camel.exchange(null);
        camel.context().getComponent("backgroundcut").stop();

        assertThat(producer.process(exchange, doneSync -> {})).isTrue();

        assertThat(exchange.getException()).isNotNull();
        assertThat(requests()).isEmpty();
    }

    @Test
    void noMoreCallsRunAtATimeThanAllowed() {
        stubAll(okJson("{}").withFixedDelay(200));
        long before = System.nanoTime();

        var flows = IntStream.range(0, 6)
                .mapToObj(i -> camel.template().asyncSend("backgroundcut:usage", exchange -> {}))
                .toList();
        flows.forEach(flow -> succeeded(flow.join()));

        // Two at a time: six take three turns.
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before)).isGreaterThanOrEqualTo(600);
        assertThat(requests()).hasSize(6);
    }

    @Test
    void aProducerThatStartsLateFailsItsMessageAndNotItsRoute() throws Exception {
        camel.context()
                .getCamelContextExtension()
                .registerEndpointCallback((uri, endpoint) -> endpoint instanceof BackgroundCutEndpoint ours
                        ? new EndpointWithABrokenProducer(ours)
                        : endpoint);
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("late").to("backgroundcut:usage?lazyStartProducer=true");
            }
        });

        Exchange exchange = send("direct:in", null);

        assertThat(exchange.getException()).hasStackTraceContaining("can't start");
        assertThat(camel.context().getRouteController().getRouteStatus("late").isStarted())
                .isTrue();
    }

    private AsyncProducer producer(String uri) throws Exception {
        AsyncProducer producer = camel.context().getEndpoint(uri).createAsyncProducer();
        producer.start();
        return producer;
    }

    /** An endpoint as it was configured, but for its producer. */
    private static final class EndpointWithABrokenProducer extends DefaultEndpoint {

        EndpointWithABrokenProducer(BackgroundCutEndpoint configured) {
            super(configured.getEndpointUri(), null);
            setCamelContext(configured.getCamelContext());
            setLazyStartProducer(configured.isLazyStartProducer());
        }

        @Override
        public Producer createProducer() {
            return new DefaultProducer(this) {
                @Override
                protected void doStart() {
                    throw new IllegalStateException("can't start");
                }

                @Override
                public void process(Exchange exchange) {}
            };
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            throw new UnsupportedOperationException();
        }
    }
}
