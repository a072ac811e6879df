// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.Cutout;
import io.github.camelbackgroundcut.api.error.CreditsExhaustedException;
import io.github.camelbackgroundcut.api.error.ServiceUnavailableException;
import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.ServiceDialect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any message finds results that were paid for. */
@ParameterizedClass
@EnumSource(ServiceDialect.class)
class ReuseOutputsIT extends FaultyService {

    private static final String ALWAYS = "backgroundcut:removeBackground?reuseOutputs=always";

    @Test
    void theSamePictureIsPaidForOnceIfResultsAreAlwaysReused() {
        succeeded(send(ALWAYS, JPEG));
        Exchange again = succeeded(send(ALWAYS, JPEG));

        assertThat(calls()).containsExactly("download", "upload", "process", "download", "download");
        assertThat(STORE.charges().values()).containsExactly(1);
        assertThat(component().getPicturesReused()).isEqualTo(1);
        assertThat(again.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo("mug.png");
    }

    @Test
    void anotherPictureOfTheSameNameIsPaidForOfCourse() {
        succeeded(send(ALWAYS, JPEG));
        succeeded(send(ALWAYS, Pictures.jpeg(17, 16)));

        assertThat(STORE.charges().values()).containsExactly(1, 1);
    }

    @Test
    void byDefaultAFirstDeliveryDoesNotLook() {
        succeeded(send("backgroundcut:removeBackground", JPEG));

        assertThat(calls()).startsWith("upload");
    }

    @ParameterizedTest
    @ValueSource(strings = {Exchange.REDELIVERED, "JMSRedelivered"})
    void byDefaultARedeliveredMessageLooks(String header) {
        succeeded(send("backgroundcut:removeBackground", JPEG));

        succeeded(send("backgroundcut:removeBackground", JPEG, Map.of(header, true)));

        assertThat(STORE.charges().values()).containsExactly(1);
    }

    /** As a body of JMS without a file name comes: each delivery is an exchange of its own. */
    @Test
    void aRedeliveredBodyWithoutANameIsFound() {
        camel.template()
                .send(
                        "backgroundcut:removeBackground",
                        exchange -> exchange.getMessage().setBody(JPEG));
        Exchange redelivered = camel.template().send("backgroundcut:removeBackground", exchange -> {
            exchange.getMessage().setBody(JPEG);
            exchange.getMessage().setHeader("JMSRedelivered", true);
        });

        succeeded(redelivered);
        assertThat(STORE.charges().values()).containsExactly(1);
    }

    @Test
    void theSamePictureUnderAnotherNameIsTheSameWork() {
        succeeded(send(ALWAYS, JPEG));
        Exchange other = succeeded(send(ALWAYS, JPEG, Map.of(Exchange.FILE_NAME, "shoes/cup.jpg")));

        assertThat(other.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo("shoes/cup.png");
        assertThat(STORE.charges().values()).containsExactly(1);
    }

    @Test
    void variantsWithEqualSettingsAreOneOutputUnderBothNames() {
        Exchange exchange = send(ALWAYS + "&variant.one.format=png&variant.other.format=png", JPEG);

        List<?> cutouts = exchange.getMessage().getBody(List.class);
        assertThat(cutouts)
                .extracting(cutout -> ((Cutout) cutout).fileName())
                .containsExactly("mug-one.png", "mug-other.png");
        assertThat(cutouts)
                .extracting(cutout -> ((Cutout) cutout).path())
                .containsOnly(STORE.charges().keySet().iterator().next());
        assertThat(STORE.charges().values()).containsExactly(1);
    }

    /** The second account does not wait for lost results of the first one. */
    @Test
    void anotherAccountStartsAnew() throws Exception {
        component().getConfiguration().setProcessTimeout(60_000);
        SERVICE.stubFor(post(urlEqualTo(PROCESS))
                .withHeader("Authorization", equalTo("Token test-key"))
                .willReturn(aResponse().withStatus(504)));
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .doTry()
                        .to("backgroundcut:removeBackground?maxRetries=0")
                        .doCatch(Exception.class)
                        .to("backgroundcut:removeBackground?apiKey=other-key");
            }
        });

        succeeded(send("direct:in", JPEG));

        assertThat(calls()).containsExactly("upload", "process", "upload", "process", "download");
    }

    @Test
    void neverMeansNever() {
        succeeded(send("backgroundcut:removeBackground?reuseOutputs=never", JPEG));
        succeeded(send("backgroundcut:removeBackground?reuseOutputs=never", JPEG, Map.of(Exchange.REDELIVERED, true)));

        assertThat(STORE.charges().values()).containsExactly(2);
    }

    @Test
    void onlyMissingVariantsAreProcessed() {
        String uri = ALWAYS + "&variant.full.format=png&variant.thumb.format=jpeg";
        send(uri, JPEG);
        STORE.files().keySet().removeIf(path -> path.endsWith(".jpg") && !path.contains("/input/"));

        Exchange exchange = send(uri, JPEG);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(List.class))
                .extracting("fileName")
                .containsExactly("mug-full.png", "mug-thumb.jpg");
        SERVICE.verify(
                1,
                postRequestedFor(urlEqualTo(PROCESS))
                        .withRequestBody(matchingJsonPath("$.output_variants[?(@.format == 'png')]")));
        SERVICE.verify(
                2,
                postRequestedFor(urlEqualTo(PROCESS))
                        .withRequestBody(matchingJsonPath("$.output_variants[?(@.format == 'jpeg')]")));
    }

    @Test
    void aVariantThatIsAddedLaterDoesNotMakeTheOthersCostAgain() {
        send(ALWAYS + "&variant.full.format=png", JPEG);
        Exchange exchange = send(ALWAYS + "&variant.full.format=png&variant.thumb.format=jpeg", JPEG);

        assertThat(exchange.getMessage().getBody(List.class))
                .allMatch(Cutout.class::isInstance)
                .hasSize(2);
        assertThat(STORE.charges().values()).containsExactly(1, 1);
    }

    @Test
    void alwaysIsRefusedWhereAnotherPicturesResultMayLie() {
        assertThatThrownBy(() -> camel.template().sendBody(ALWAYS + "&outputFilePath=shop/mug.png", JPEG))
                .rootCause()
                .hasMessageContaining("reuseOutputs=always can't be combined with outputFilePath");
    }

    @Test
    void withARepositoryANewPictureCostsThreeRequests() {
        IdempotentRepository repository = repository();

        succeeded(send("backgroundcut:removeBackground?idempotentRepository=#work", JPEG));

        assertThat(calls()).containsExactly("upload", "process", "download");
        assertThat(((Remembering) repository).getCache()).isEmpty();
    }

    @Test
    void whoPaysInAnyCaseDoesNotForgetWhatAnotherIsAt() throws Exception {
        IdempotentRepository repository = repository();
        String work = workOf(repository);
        repository.add(work);

        succeeded(send("backgroundcut:removeBackground?reuseOutputs=never&idempotentRepository=#work", JPEG));

        assertThat(repository.contains(work)).isTrue();
    }

    @Test
    void workThatADeadProcessHasSentIsWaitedForAndNotPaidAgain() throws Exception {
        IdempotentRepository repository = repository();
        String work = workOf(repository);
        int before = calls().size();
        // The dead process left work in progress, which is done while the next one waits.
        String path = STORE.charges().keySet().iterator().next();
        byte[] result = STORE.files().remove(path);
        repository.add(work);

        CompletableFuture<Exchange> next = camel.template()
                .asyncSend(ALWAYS + "&idempotentRepository=#work", exchange -> {
                    exchange.getMessage().setBody(JPEG);
                    exchange.getMessage().setHeader(Exchange.FILE_NAME, "mug.jpg");
                });
        Awaitility.await().until(() -> calls().size() >= before + 2);
        STORE.files().put(path, result);

        succeeded(next.join());
        assertThat(STORE.charges().values()).containsExactly(1);
        // It may be alive, for all that is known: its entry is its own until its time is over.
        assertThat(repository.contains(work)).isTrue();
    }

    @Test
    void workThatADeadProcessHasSentInVainIsPaidAfterTheTimeThatItMayTake() throws Exception {
        IdempotentRepository repository = repository();
        String work = workOf(repository);
        STORE.clear();
        repository.add(work);
        long before = System.nanoTime();

        succeeded(send(ALWAYS + "&idempotentRepository=#work", JPEG));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(1_500));
        assertThat(STORE.charges().values()).containsExactly(1);
        assertThat(repository.contains(work)).isFalse();
    }

    @Test
    void workThatWasSurelyNotDoneIsForgotten() {
        IdempotentRepository repository = repository();
        SERVICE.stubFor(post(urlEqualTo(PROCESS)).willReturn(aResponse().withStatus(402)));

        assertThat(send(ALWAYS + "&idempotentRepository=#work", JPEG).getException())
                .isInstanceOf(CreditsExhaustedException.class);

        assertThat(((Remembering) repository).last).isNotEmpty();
        assertThat(repository.contains(((Remembering) repository).last)).isFalse();
    }

    @Test
    void workThatMayHaveBeenDoneIsRemembered() {
        IdempotentRepository repository = repository();
        SERVICE.stubFor(post(urlEqualTo(PROCESS)).willReturn(aResponse().withStatus(504)));

        assertThat(send(ALWAYS + "&maxRetries=0&idempotentRepository=#work", JPEG)
                        .getException())
                .isInstanceOf(ServiceUnavailableException.class);

        assertThat(repository.contains(((Remembering) repository).last)).isTrue();
    }

    /** Such as a picture that is moved to a folder of failed ones, and from there back to where it came from. */
    @Test
    void workThatWasPaidForIsRememberedIfTheRouteHandlesALaterFailure() throws Exception {
        repository();
        AtomicBoolean fails = new AtomicBoolean(true);
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true).setBody(constant("put aside"));
                from("direct:in")
                        .to("backgroundcut:removeBackground?idempotentRepository=#work")
                        .process(exchange -> {
                            if (fails.getAndSet(false)) {
                                throw new IllegalStateException("The disk is full");
                            }
                        });
            }
        });

        assertThat(send("direct:in", JPEG).getMessage().getBody()).isEqualTo("put aside");
        succeeded(send("direct:in", JPEG));

        assertThat(STORE.charges().values()).containsExactly(1);
    }

    private IdempotentRepository repository() {
        IdempotentRepository repository = new Remembering();
        camel.context().getRegistry().bind("work", repository);
        return repository;
    }

    /** The name of the work with the picture, as the component gives it to a repository. */
    private String workOf(IdempotentRepository repository) {
        succeeded(send("backgroundcut:removeBackground?reuseOutputs=redelivery&idempotentRepository=#work", JPEG));
        return ((Remembering) repository).last;
    }

    private static final class Remembering extends MemoryIdempotentRepository {

        private volatile String last;

        @Override
        public boolean add(String key) {
            last = key;
            return super.add(key);
        }
    }
}
