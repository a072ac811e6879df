// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.AccessTokenProvider;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.support.RawServer;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many calls at a time, and never more than allowed. */
class ConcurrentCallsIT {

    private static final String ANSWER = """
            HTTP/1.1 200 OK
            Content-Type: application/json
            Content-Length: 2

            {}""";

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger served = new AtomicInteger();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final BackgroundCutComponent component = new BackgroundCutComponent();
    private volatile Duration delay = Duration.ofMillis(20);
    private volatile CompletableFuture<Void> held = CompletableFuture.completedFuture(null);
    private RawServer server;

    @BeforeEach
    void startTheService() throws IOException {
        server = new RawServer(this::serve);
        component.getConfiguration().setApiKey("test-key");
        component.getConfiguration().setBaseUrl(server.baseUrl());
        component.getConfiguration().setMaxRetries(0);
        context.addComponent("backgroundcut", component);
        context.disableJMX();
    }

    @AfterEach
    void stopAll() throws IOException {
        context.stop();
        server.close();
    }

    @Test
    void manyCallsWaitForTheirAnswersAtATime() throws Exception {
        start(300);
        CompletableFuture<Void> gate = new CompletableFuture<>();
        holdAnswersUntil(gate);

        List<CompletableFuture<Exchange>> calls = send(producer("backgroundcut:usage"), 301);

        Awaitility.await("all that are allowed").until(() -> now.get() == 300);
        gate.complete(null);
        succeed(calls);
        assertThat(served).hasValue(301);
        assertThat(most).hasValue(300);
    }

    @Test
    void noMoreCallsAreMadeAtATimeThanAllowed() throws Exception {
        start(5);

        succeed(send(producer("backgroundcut:usage"), 100));

        assertThat(most).hasValue(5);
    }

    @Test
    void callsOnTheirCallersThreadsCountToo() throws Exception {
        start(5);
        AsyncProducer synchronous = producer("backgroundcut:usage?synchronous=true");
        ExecutorService callers = Executors.newFixedThreadPool(20);
        try {
            List<CompletableFuture<Exchange>> made = new ArrayList<>(IntStream.range(0, 60)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(synchronous), callers)
                            .thenCompose(call -> call))
                    .toList());
            made.addAll(send(producer("backgroundcut:usage"), 60));
            succeed(made);
        } finally {
            callers.shutdownNow();
        }

        assertThat(most).hasValue(5);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtualThreadsKeepTheLimitToo() throws Exception {
        Process program = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Dcamel.threads.virtual.enabled=true",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        VirtualCalls.class.getName(),
                        server.baseUrl(),
                        "100",
                        "5")
                .inheritIO()
                .start();
        try {
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }

        assertThat(program.exitValue()).isZero();
        assertThat(served).hasValue(100);
        assertThat(most).hasValue(5);
    }

    @Test
    void aConsumerIsNotKeptWhileTheCallsOfItsMessagesWait() throws Exception {
        delay = Duration.ZERO;
        start(2);
        CompletableFuture<Void> gate = new CompletableFuture<>();
        holdAnswersUntil(gate);
        AsyncProducer producer = producer("backgroundcut:usage");

        // On this thread, which would never come back if it had to wait.
        List<CompletableFuture<Exchange>> calls = send(producer, 1_500);

        assertThat(calls).noneMatch(CompletableFuture::isDone);
        Awaitility.await("all that are allowed").until(() -> now.get() == 2);
        gate.complete(null);
        succeed(calls);
        assertThat(most).hasValue(2);
    }

    @Test
    void moreThanAThousandMessagesMayWaitForTheirTurn() throws Exception {
        component.setRequestsPerMinute(60_000);
        delay = Duration.ZERO;
        start(20);

        succeed(send(producer("backgroundcut:usage"), 1_500));

        assertThat(served).hasValue(1_500);
    }

    @Test
    void aProviderMayMintItsTokensWithTheSameComponent() throws Exception {
        context.getRegistry().bind("tokens", (AccessTokenProvider) exchange -> {
            context.createProducerTemplate().send("direct:inner", inner -> {});
            return "minted";
        });
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:inner").to("backgroundcut:usage?accessToken=inner");
            }
        });
        start(1);

        succeed(send(producer("backgroundcut:usage?accessTokenProvider=#tokens"), 3));

        assertThat(served).hasValue(6);
    }

    /** Also if that one has to wait for its turn, while all threads of the pool are in such steps. */
    @ParameterizedTest
    @ValueSource(ints = {0, 6_000})
    void aStepBehindACallMayWaitForAnotherCall(int requestsPerMinute) throws Exception {
        component.setRequestsPerMinute(requestsPerMinute);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:outer").to("backgroundcut:usage").process(exchange -> {
                    Exchange inner = context.createProducerTemplate().send("direct:inner", any -> {});
                    assertThat(inner.getException()).isNull();
                });
                from("direct:inner").to("backgroundcut:usage").process(exchange -> {
                    Exchange third = context.createProducerTemplate().send("backgroundcut:usage", any -> {});
                    assertThat(third.getException()).isNull();
                });
            }
        });
        start(2);

        succeed(send(producer("direct:outer"), 20));

        assertThat(served).hasValue(60);
        assertThat(most).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void whoWaitsForAThreadWhenTheComponentStopsIsToldSoOnce() throws Exception {
        start(1);
        CompletableFuture<Void> gate = new CompletableFuture<>();
        holdAnswersUntil(gate);
        List<CompletableFuture<Exchange>> calls = send(producer("backgroundcut:usage"), 50);
        Awaitility.await().until(() -> now.get() == 1);

        component.stop();

        calls.forEach(
                call -> assertThat(call.orTimeout(60, TimeUnit.SECONDS).join().getException())
                        .isNotNull());
        assertThat(calls.subList(1, 50))
                .allMatch(call -> call.join().getException() instanceof RejectedExecutionException);
        gate.complete(null);
    }

    private void holdAnswersUntil(CompletableFuture<Void> gate) {
        held = gate;
    }

    private void start(int maxConcurrentCalls) {
        component.setMaxConcurrentCalls(maxConcurrentCalls);
        context.start();
    }

    private AsyncProducer producer(String uri) throws Exception {
        AsyncProducer producer = context.getEndpoint(uri).createAsyncProducer();
        producer.start();
        return producer;
    }

    private List<CompletableFuture<Exchange>> send(AsyncProducer producer, int messages) {
        return IntStream.range(0, messages).mapToObj(i -> send(producer)).toList();
    }

    private CompletableFuture<Exchange> send(AsyncProducer producer) {
        Exchange exchange = new DefaultExchange(context);
        CompletableFuture<Exchange> done = new CompletableFuture<>();
        producer.process(exchange, doneSync -> {
            if (!done.complete(exchange)) {
                throw new IllegalStateException("Called back twice");
            }
        });
        return done;
    }

    private static void succeed(List<CompletableFuture<Exchange>> calls) {
        calls.forEach(
                call -> assertThat(call.orTimeout(60, TimeUnit.SECONDS).join().getException())
                        .isNull());
    }

    private void serve(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        while (!RawServer.readRequest(socket.getInputStream()).isEmpty()) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            held.join();
            pause();
            now.decrementAndGet();
            served.incrementAndGet();
            RawServer.write(socket, ANSWER);
        }
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(delay.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
