// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.ServiceDialect;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same picture from several messages at the same moment. */
@ParameterizedClass
@EnumSource(ServiceDialect.class)
class TwinsIT extends FaultyService {

    private static final int TWINS = 8;
    private static final String URI = "backgroundcut:removeBackground";

    private final IdempotentRepository repository = new MemoryIdempotentRepository();

    @Override
    protected void configure(DefaultCamelContext context) {
        repository.start();
        context.getRegistry().bind("work", repository);
    }

    @ParameterizedTest
    @ValueSource(strings = {URI, URI + "?reuseOutputs=always", URI + "?idempotentRepository=#work"})
    void onePaysAndTheOthersWaitForItsResult(String uri) {
        SERVICE.stubFor(post(urlEqualTo(PROCESS)).willReturn(stored().withFixedDelay(300)));

        assertThat(sendTwins(uri)).allSatisfy(FaultyService::succeeded);

        assertThat(STORE.charges().values()).containsExactly(1);
        assertThat(repositoryKeys()).isZero();
    }

    @RepeatedTest(10)
    void onePaysHoweverTheyMeet(RepetitionInfo round) {
        SERVICE.stubFor(
                post(urlEqualTo(PROCESS)).willReturn(stored().withFixedDelay(50 + 10 * round.getCurrentRepetition())));

        assertThat(sendTwins(URI + "?idempotentRepository=#work")).allSatisfy(FaultyService::succeeded);

        assertThat(STORE.charges().values()).containsExactly(1);
    }

    /** The others came before it was done, although their calls' turn is after that. */
    @ParameterizedTest
    @ValueSource(strings = {URI, URI + "?idempotentRepository=#work"})
    void onePaysWhereOneCallIsMadeAtATime(String uri) throws Exception {
        try (DefaultCamelContext narrow = otherContext()) {
            narrow.getComponent("backgroundcut", BackgroundCutComponent.class).setMaxConcurrentCalls(1);
            narrow.start();

            assertThat(sendTwins(narrow, uri)).allSatisfy(FaultyService::succeeded);
        }
        assertThat(STORE.charges().values()).containsExactly(1);
    }

    @Test
    void ifTheOneThatPaysFailsAnotherGoesOn() {
        stubFirst(() -> post(urlEqualTo(PROCESS)), aResponse().withStatus(402).withFixedDelay(300));

        List<Exchange> twins = sendTwins(URI + "?idempotentRepository=#work");

        assertThat(twins).filteredOn(twin -> twin.getException() != null).hasSize(1);
        assertThat(twins).filteredOn(twin -> twin.getException() == null).allSatisfy(FaultyService::succeeded);
        assertThat(STORE.charges().values()).containsExactly(1);
    }

    /** The call of the one that fails is done after it has failed: the next message must not pay before. */
    @ParameterizedTest
    @ValueSource(strings = {"", "&idempotentRepository=#work"})
    void whatMayHaveBeenDoneIsLookedForByTheNext(String repository) {
        stubFirst(() -> post(urlEqualTo(PROCESS)), stored().withFixedDelay(1_000));

        List<Exchange> twins = sendTwins(URI + "?processTimeout=700&maxRetries=0" + repository);

        assertThat(twins).filteredOn(twin -> twin.getException() == null).hasSizeGreaterThanOrEqualTo(TWINS - 1);
        assertThat(STORE.charges().values()).containsExactly(1);
    }

    @Test
    void whoWantsAResultOfTheirOwnPays() {
        assertThat(sendTwins(URI + "?reuseOutputs=never")).allSatisfy(FaultyService::succeeded);

        assertThat(STORE.charges().values()).containsExactly(TWINS);
    }

    @Test
    void otherPicturesDoNotWait() {
        SERVICE.stubFor(post(urlEqualTo(PROCESS)).willReturn(stored().withFixedDelay(100)));

        List<CompletableFuture<Exchange>> sent = IntStream.rangeClosed(1, TWINS)
                .mapToObj(width -> asyncSend(camel.context(), URI, Pictures.jpeg(16, 16 + width)))
                .toList();

        assertThat(sent.stream().map(CompletableFuture::join))
                .allSatisfy(each -> assertThat(each.getException()).isNull());
        assertThat(STORE.charges().values()).hasSize(TWINS).containsOnly(1);
    }

    @RepeatedTest(3)
    void onePaysInSeveralContextsThatShareTheRepository() throws Exception {
        SERVICE.stubFor(post(urlEqualTo(PROCESS)).willReturn(stored().withFixedDelay(300)));
        try (DefaultCamelContext other = otherContext()) {
            other.start();

            List<CompletableFuture<Exchange>> sent = Stream.of(camel.context(), other)
                    .flatMap(context -> IntStream.range(0, TWINS)
                            .mapToObj(i -> asyncSend(context, URI + "?idempotentRepository=#work", JPEG)))
                    .toList();

            assertThat(sent.stream().map(CompletableFuture::join)).allSatisfy(FaultyService::succeeded);
        }
        assertThat(STORE.charges().values()).containsExactly(1);
    }

    private DefaultCamelContext otherContext() {
        DefaultCamelContext other = new DefaultCamelContext();
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.setConfiguration(component().getConfiguration().copy());
        other.addComponent("backgroundcut", component);
        other.getRegistry().bind("work", repository);
        return other;
    }

    private List<Exchange> sendTwins(String uri) {
        return sendTwins(camel.context(), uri);
    }

    private static List<Exchange> sendTwins(DefaultCamelContext context, String uri) {
        List<CompletableFuture<Exchange>> sent = IntStream.range(0, TWINS)
                .mapToObj(i -> asyncSend(context, uri, JPEG))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private static CompletableFuture<Exchange> asyncSend(DefaultCamelContext context, String uri, byte[] picture) {
        return context.createProducerTemplate()
                .asyncSend(uri, exchange -> exchange.getMessage().setBody(picture));
    }

    private int repositoryKeys() {
        return ((MemoryIdempotentRepository) repository).getCacheSize();
    }
}
