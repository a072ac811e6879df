// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.api.error.RateLimitedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Calls are spread over time, and waits need no thread. */
class PaceIT extends FaultyService {

    private static final String USAGE = "/v3/file-ops/usage/";

    @Test
    void callsOfAllEndpointsKeepTheRate() {
        BackgroundCutComponent paced = new BackgroundCutComponent();
        paced.setConfiguration(component().getConfiguration());
        paced.setRequestsPerMinute(600);
        camel.context().addComponent("paced", paced);
        SERVICE.stubFor(get(urlEqualTo(USAGE)).willReturn(okJson("{}")));
        long before = System.nanoTime();

        List<CompletableFuture<Exchange>> calls = IntStream.range(0, 6)
                .mapToObj(
                        i -> camel.template().asyncSend("paced:usage?responseTimeout=" + (10_000 + i), exchange -> {}))
                .toList();
        calls.forEach(call -> assertThat(call.join().getException()).isNull());

        // Six calls, a tenth of a second apart: the first may go at once.
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void aRateLimitSlowsTheOtherEndpointsDown() {
        SERVICE.stubFor(get(urlEqualTo(USAGE)).willReturn(okJson("{}")));
        stubFirst(() -> post(urlEqualTo(UPLOAD)), aResponse().withStatus(429).withHeader("Retry-After", "1"));
        CompletableFuture<Exchange> limited = camel.template()
                .asyncSend(
                        "backgroundcut:upload",
                        exchange -> exchange.getMessage().setBody(JPEG));
        Awaitility.await().until(() -> component().getRetries() == 1);
        long before = System.nanoTime();

        assertThat(camel.template().send("backgroundcut:usage", exchange -> {}).getException())
                .isNull();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(700));
        assertThat(limited.join().getException()).isNull();
    }

    @Test
    void aRateLimitDoesNotSlowAnotherAccountDown() {
        SERVICE.stubFor(get(urlEqualTo(USAGE)).willReturn(okJson("{}")));
        stubFirst(() -> post(urlEqualTo(UPLOAD)), aResponse().withStatus(429).withHeader("Retry-After", "60"));
        CompletableFuture<Exchange> limited = camel.template()
                .asyncSend(
                        "backgroundcut:upload",
                        exchange -> exchange.getMessage().setBody(JPEG));
        Awaitility.await().until(() -> component().getRetries() == 1);

        CompletableFuture<Exchange> other =
                camel.template().asyncSend("backgroundcut:usage?apiKey=another-key", exchange -> {});

        assertThat(other.orTimeout(30, TimeUnit.SECONDS).join().getException()).isNull();
        assertThat(limited).isNotDone();
    }

    @Test
    void aCallThatIsOnlyAskedToComeLaterKeepsItsRetries() {
        stubFirst(
                () -> post(urlEqualTo(UPLOAD)),
                aResponse().withStatus(429).withHeader("Retry-After", "0"),
                aResponse().withStatus(429).withHeader("Retry-After", "0"),
                aResponse().withStatus(503));

        Exchange exchange = send("backgroundcut:upload?maxRetries=1", JPEG);

        assertThat(exchange.getException()).isNull();
        assertThat(component().getRetries()).isEqualTo(3);
    }

    @Test
    void aServiceThatAnswers429AndNothingElseIsGivenUp() {
        BackgroundCutComponent obedient = new BackgroundCutComponent();
        obedient.setConfiguration(component().getConfiguration());
        obedient.setAdaptivePacing(false);
        camel.context().addComponent("obedient", obedient);
        SERVICE.stubFor(post(urlEqualTo(UPLOAD))
                .atPriority(1)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "0")));

        Exchange exchange = send("obedient:upload", JPEG);

        failure(exchange, RateLimitedException.class);
        assertThat(calls()).hasSize(31).containsOnly("upload");
    }

    @Test
    void aHundredMessagesWaitOnFewerThreads() {
        SERVICE.stubFor(post(urlEqualTo(UPLOAD))
                .atPriority(1)
                .willReturn(aResponse().withStatus(503).withHeader("Retry-After", "2")));
        List<CompletableFuture<Exchange>> calls = IntStream.range(0, 100)
                .mapToObj(i -> camel.template()
                        .asyncSend(
                                "backgroundcut:upload?maxRetries=1",
                                exchange -> exchange.getMessage().setBody(JPEG)))
                .toList();

        Awaitility.await().until(() -> component().getRetries() == 100);

        assertThat(Thread.getAllStackTraces().entrySet().stream()
                        .filter(thread -> thread.getKey().getName().contains("BackgroundCut"))
                        .filter(thread -> List.of(thread.getValue()).toString().contains("sleep")))
                .isEmpty();
        calls.forEach(call -> assertThat(call.join().getException()).isNotNull());
    }

    @Test
    void whoWaitsWhenTheContextStopsIsToldSo() {
        SERVICE.stubFor(post(urlEqualTo(UPLOAD))
                .atPriority(1)
                .willReturn(aResponse().withStatus(503).withHeader("Retry-After", "60")));
        CompletableFuture<Exchange> waiting = camel.template()
                .asyncSend(
                        "backgroundcut:upload",
                        exchange -> exchange.getMessage().setBody(JPEG));
        Awaitility.await().until(() -> component().getRetries() == 1);

        component().stop();

        assertThat(waiting.orTimeout(60, TimeUnit.SECONDS).join().getException())
                .isInstanceOf(RejectedExecutionException.class);
    }
}
