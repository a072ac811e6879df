// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.api.error.InvalidAnswerException;
import io.github.camelbackgroundcut.api.error.PathNotFoundException;
import io.github.camelbackgroundcut.api.error.RateLimitedException;
import io.github.camelbackgroundcut.api.error.ServiceUnavailableException;
import io.github.camelbackgroundcut.support.ServiceDialect;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One picture, one fault: it comes out, and is paid for once. */
@ParameterizedClass
@EnumSource(ServiceDialect.class)
class RemovalFaultsIT extends FaultyService {

    private static final String URI = "backgroundcut:removeBackground";

    static Stream<ResponseDefinitionBuilder> passingFaults() {
        return Stream.of(
                aResponse().withStatus(429).withHeader("Retry-After", "0"),
                aResponse().withStatus(503).withHeader("Retry-After", "0"),
                aResponse().withStatus(500),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
                aResponse().withBody("<html>"));
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void anUploadThatFailsIsRepeated(ResponseDefinitionBuilder fault) {
        stubFirst(() -> post(urlEqualTo(UPLOAD)), fault);

        succeeded(send(URI, JPEG));

        assertThat(calls()).containsExactly("upload", "upload", "process", "download");
        assertThat(STORE.charges().values()).containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void aDownloadThatFailsIsRepeatedAlone(ResponseDefinitionBuilder fault) {
        stubFirst(this::download, fault);

        succeeded(send(URI, JPEG));

        assertThat(calls()).containsExactly("upload", "process", "download", "download");
        assertThat(STORE.charges().values()).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aProcessCallThatWasTurnedAwayIsRepeatedAsTheServiceAsks(int status) {
        stubFirst(
                () -> post(urlEqualTo(PROCESS)), aResponse().withStatus(status).withHeader("Retry-After", "1"));
        long before = System.nanoTime();

        succeeded(send(URI, JPEG));

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(900_000_000L);
        assertThat(calls()).containsExactly("upload", "process", "process", "download");
    }

    static Stream<ResponseDefinitionBuilder> lostAnswers() {
        return Stream.of(
                stored().withFault(Fault.CONNECTION_RESET_BY_PEER),
                stored().withFault(Fault.EMPTY_RESPONSE),
                stored().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void aLostAnswerIsLookedForAndNotPaidAgain(ResponseDefinitionBuilder lost) {
        stubFirst(() -> post(urlEqualTo(PROCESS)), lost);

        succeeded(send(URI, JPEG));

        assertThat(calls()).containsExactly("upload", "process", "download");
        assertThat(STORE.charges().values()).containsExactly(1);
        assertThat(component().getPicturesPaid()).isEqualTo(1);
    }

    static Stream<ResponseDefinitionBuilder> lostWork() {
        return Stream.of(
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withStatus(504),
                aResponse().withBody("<html>"));
    }

    @ParameterizedTest
    @MethodSource("lostWork")
    void workThatWasNotDoneIsPaidOnlyAfterTheTimeThatItMayTake(ResponseDefinitionBuilder fault) {
        stubFirst(() -> post(urlEqualTo(PROCESS)), fault);
        long before = System.nanoTime();

        succeeded(send(URI, JPEG));

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(1_500_000_000L);
        assertThat(calls()).startsWith("upload", "process", "download").endsWith("download", "process", "download");
        assertThat(STORE.charges().values()).containsExactly(1);
    }

    @Test
    void aTimeoutIsLookedForAtOnce() {
        stubFirst(() -> post(urlEqualTo(PROCESS)), stored().withFixedDelay(2_500));

        succeeded(send(URI + "?processTimeout=300", JPEG));

        assertThat(STORE.charges().values()).containsExactly(1);
        assertThat(calls()).startsWith("upload", "process", "download");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 405, 413})
    void whatCannotSucceedIsNotRepeated(int status) {
        stubFirst(
                () -> post(urlEqualTo(PROCESS)),
                aResponse().withStatus(status),
                aResponse().withStatus(status));

        Exchange exchange = send(URI, JPEG);

        assertThat(exchange.getException()).isInstanceOf(BackgroundCutException.class);
        assertThat(calls()).containsExactly("upload", "process");
        assertThat(STORE.charges()).isEmpty();
    }

    @Test
    void failsAfterAsManyRetriesAsAreAllowed() {
        stubFirst(
                () -> post(urlEqualTo(UPLOAD)),
                aResponse().withStatus(503),
                aResponse().withStatus(503),
                aResponse().withStatus(503));

        failure(send(URI + "?maxRetries=2", JPEG), ServiceUnavailableException.class);

        assertThat(calls()).containsExactly("upload", "upload", "upload");
        assertThat(component().getRetries()).isEqualTo(2);
    }

    @Test
    void leavesALongerWaitThanItMayMakeToTheRoute() {
        stubFirst(() -> post(urlEqualTo(PROCESS)), aResponse().withStatus(429).withHeader("Retry-After", "3600"));

        Exchange exchange = send(URI + "?maxRetryAfter=2s", JPEG);

        failure(exchange, RateLimitedException.class);
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(2_000L);
        assertThat(calls()).containsExactly("upload", "process");
    }

    @Test
    void aLostUploadIsMadeAgain() {
        stubFirst(() -> post(urlEqualTo(PROCESS)), aResponse().withStatus(404));

        succeeded(send(URI, JPEG));

        assertThat(calls()).containsExactly("upload", "process", "upload", "process", "download");
        assertThat(component().getUploadsHealed()).isEqualTo(1);
    }

    @Test
    void anUploadThatIsLostTwiceFailsAndSaysWhy() {
        stubFirst(
                () -> post(urlEqualTo(PROCESS)),
                aResponse().withStatus(404),
                aResponse().withStatus(404));

        PathNotFoundException failure = failure(send(URI, JPEG), PathNotFoundException.class);

        assertThat(failure).hasMessageContaining("storage is regional");
        assertThat(calls()).containsExactly("upload", "process", "upload", "process");
    }

    @Test
    void aResultThatIsNotFoundOnceIsAskedForAgain() {
        stubFirst(this::download, aResponse().withStatus(404));

        succeeded(send(URI, JPEG));

        assertThat(calls()).containsExactly("upload", "process", "download", "download");
    }

    @Test
    void aLostResultIsPaidForAgainIfTheRouteAllowsIt() {
        stubFirst(
                this::download,
                aResponse().withStatus(404),
                aResponse().withStatus(404),
                aResponse().withStatus(404),
                aResponse().withStatus(404));

        succeeded(send(URI, JPEG));

        assertThat(calls())
                .containsExactly(
                        "upload", "process", "download", "download", "download", "download", "process", "download");
        assertThat(component().getPicturesReprocessed()).isEqualTo(1);
    }

    @Test
    void aLostResultIsNotPaidForAgainIfTheRouteForbidsIt() {
        stubFirst(
                this::download,
                aResponse().withStatus(404),
                aResponse().withStatus(404),
                aResponse().withStatus(404),
                aResponse().withStatus(404));

        failure(send(URI + "?reprocessExpired=false", JPEG), PathNotFoundException.class);

        assertThat(STORE.charges().values()).containsExactly(1);
    }

    @Test
    void withoutLookingAnAmbiguousFailureIsNotRepeated() {
        stubFirst(() -> post(urlEqualTo(PROCESS)), stored().withFault(Fault.CONNECTION_RESET_BY_PEER));

        Exchange exchange = send(URI + "?reuseOutputs=never", JPEG);

        assertThat(failure(exchange, BackgroundCutTransportException.class).mayHaveBeenCharged())
                .isTrue();
        assertThat(calls()).containsExactly("upload", "process");
    }

    @Test
    void atAPathThatTheUserChoseAnAmbiguousFailureIsNotRepeated() {
        stubFirst(() -> post(urlEqualTo(PROCESS)), aResponse().withBody("<html>"));

        Exchange exchange = send(URI + "?outputFilePath=shop/mug.png", JPEG);

        assertThat(failure(exchange, InvalidAnswerException.class).mayHaveBeenCharged())
                .isTrue();
        assertThat(calls()).containsExactly("upload", "process");
    }

    @Test
    void aProcessCallAloneIsNotRepeatedAfterAnAmbiguousFailure() {
        stubFirst(() -> post(urlEqualTo(PROCESS)), stored().withFault(Fault.CONNECTION_RESET_BY_PEER));

        failure(send("backgroundcut:process", "shop/mug.jpg"), BackgroundCutTransportException.class);

        assertThat(calls()).containsExactly("process");
    }
}
