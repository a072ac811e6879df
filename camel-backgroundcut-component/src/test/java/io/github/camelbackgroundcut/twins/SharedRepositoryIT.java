// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.twins;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import io.github.camelbackgroundcut.support.Pictures;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How processes that share a repository may meet at one picture; here each is a Camel context. */
class SharedRepositoryIT {

    private static final int PROCESS_TIMEOUT = 3_000;
    private static final byte[] JPEG = Pictures.jpeg(32, 32);

    private final MemoryIdempotentRepository repository = new MemoryIdempotentRepository();
    private final BackgroundCutEmulator service = BackgroundCutEmulator.start(
            EmulatorConfiguration.builder().engine(new BorderThresholdEngine()).build());
    private final List<DefaultCamelContext> processes =
            Stream.generate(DefaultCamelContext::new).limit(3).toList();

    @BeforeEach
    void startThem() {
        repository.start();
        for (DefaultCamelContext process : processes) {
            BackgroundCutComponent component = new BackgroundCutComponent();
            component.getConfiguration().setBaseUrl(service.baseUrl());
            component.getConfiguration().setApiKey(service.apiKey());
            component.getConfiguration().setProcessTimeout(PROCESS_TIMEOUT);
            component.getConfiguration().setRetryDelay(10);
            process.disableJMX();
            process.addComponent("backgroundcut", component);
            process.getRegistry().bind("work", repository);
            process.start();
        }
    }

    @AfterEach
    void stopThem() {
        processes.forEach(DefaultCamelContext::stop);
        service.close();
    }

    /** The second one's time is over, too, but while it waited the first one has begun anew. */
    @Test
    void whatOneHasTakenOverAnotherDoesNotTakeOver() {
        service.setFaults("process.reset-after=1x");
        assertThat(send(0, "&maxRetries=0").join().getException())
                .as("it has begun, and nobody hears of it again")
                .isInstanceOf(BackgroundCutTransportException.class);
        service.setFaults("process.latency=1:1s");

        assertThat(List.of(send(1, ""), send(2, ""))).allSatisfy(SharedRepositoryIT::succeeded);

        assertPaidOnce();
    }

    /** While it waits before it makes its call again, or for a result that doesn't come, another takes it for dead. */
    @ParameterizedTest
    @ValueSource(
            strings = {"process.503=1x:3s, process.latency=1:1s", "process.reset-after=1x, process.latency=1:2500ms"})
    void whoMakesItsCallAgainDoesNotPayForWhatAnotherHasTakenOver(String faults) {
        service.setFaults(faults);

        CompletableFuture<Exchange> first = send(1, "");
        awaitStruck("process.latency");

        assertThat(List.of(first, send(2, ""))).allSatisfy(SharedRepositoryIT::succeeded);
        assertPaidOnce();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&reuseOutputs=always"})
    void whatAnotherHasDoneDuringASlowUploadIsNotPaidAgain(String options) {
        service.setFaults("upload.latency=1x:1500ms");

        CompletableFuture<Exchange> slow = send(1, options);
        awaitStruck("upload.latency");

        assertThat(List.of(slow, send(2, options))).allSatisfy(SharedRepositoryIT::succeeded);
        assertPaidOnce();
    }

    private void awaitStruck(String fault) {
        Awaitility.await().until(() -> service.struckFaults().containsKey(fault));
    }

    private void assertPaidOnce() {
        assertThat(service.charges().values()).containsExactly(1);
        assertThat(repository.getCache()).isEmpty();
    }

    private CompletableFuture<Exchange> send(int process, String options) {
        return processes
                .get(process)
                .createProducerTemplate()
                .asyncSend(
                        "backgroundcut:removeBackground?idempotentRepository=#work" + options,
                        exchange -> exchange.getMessage().setBody(JPEG));
    }

    private static void succeeded(CompletableFuture<Exchange> sent) {
        assertThat(sent.join().getException()).isNull();
        assertThat(Pictures.decoded(sent.join().getMessage().getBody(byte[].class))
                        .getWidth())
                .isEqualTo(32);
    }
}
