// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.BackgroundCutOperation;
import io.github.camelbackgroundcut.api.error.AuthenticationFailedException;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.CreditsExhaustedException;
import io.github.camelbackgroundcut.api.error.InvalidRequestException;
import io.github.camelbackgroundcut.api.error.PathNotFoundException;
import io.github.camelbackgroundcut.api.error.PayloadTooLargeException;
import io.github.camelbackgroundcut.api.error.RateLimitedException;
import io.github.camelbackgroundcut.api.error.ServiceUnavailableException;
import io.github.camelbackgroundcut.support.RawServer;
import io.github.camelbackgroundcut.support.StubbedService;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The error for an answer that isn't 2xx. */
class StatusErrorsIT extends StubbedService {

    private static final long LENGTH = 400_000_000;

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(302, BackgroundCutException.class, false, "This is not an answer that the API documents."),
                Arguments.of(400, InvalidRequestException.class, false, "Nothing was charged: check the picture"),
                Arguments.of(401, AuthenticationFailedException.class, false, "Check apiKey"),
                Arguments.of(402, CreditsExhaustedException.class, false, "credits"),
                Arguments.of(404, PathNotFoundException.class, false, "files are deleted after 2 hours"),
                Arguments.of(405, BackgroundCutException.class, false, "This is not an answer that the API documents."),
                Arguments.of(413, PayloadTooLargeException.class, false, "scale it down"),
                Arguments.of(429, RateLimitedException.class, true, "Too many requests: try again later."),
                Arguments.of(500, ServiceUnavailableException.class, true, "The service is unavailable"),
                Arguments.of(502, ServiceUnavailableException.class, true, "The service is unavailable"),
                Arguments.of(503, ServiceUnavailableException.class, true, "The service is unavailable"),
                Arguments.of(504, ServiceUnavailableException.class, true, "The service is unavailable"));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void eachStatusHasItsError(
            int status, Class<? extends BackgroundCutException> type, boolean retryable, String advice) {
        stubAll(aResponse().withStatus(status).withStatusMessage("Reason").withBody("{\"detail\": \"because\"}"));

        // Of an unknown dialect, nonsense is said in the other one, too.
        Exchange exchange = send("backgroundcut:process?dialect=paths", "shop/mug.jpg");

        BackgroundCutException error = failure(exchange, type);
        assertThat(error)
                .hasMessageStartingWith("BackgroundCut process failed with status " + status + " (Reason) at "
                        + baseUrl() + "/v3/tools/ai/remove-bg/process/. ")
                .hasMessageContaining(advice)
                .hasMessageEndingWith("The service says: {\"detail\": \"because\"}");
        assertThat(error.getStatusCode()).isEqualTo(status);
        assertThat(error.getOperation()).isEqualTo("process");
        assertThat(error.isRetryable()).isEqualTo(retryable);
        assertThat(error.getResponseBody()).isEqualTo("{\"detail\": \"because\"}");
        assertThat(exchange.getMessage().getHeader(BackgroundCutConstants.STATUS_CODE))
                .isEqualTo(status);
        assertThat(exchange.getMessage().getBody()).isEqualTo("shop/mug.jpg");
        assertThat(requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = BackgroundCutOperation.class,
            names = {"upload", "process", "download", "token", "segment", "usage", "publicUrl"})
    void eachOperationNamesItself(BackgroundCutOperation operation) {
        stubAll(aResponse().withStatus(401));

        Exchange exchange =
                send("backgroundcut:" + operation + "?foregroundPoints=1,1", "shop/mug.jpg".getBytes(UTF_8));

        assertThat(failure(exchange, AuthenticationFailedException.class).getOperation())
                .isEqualTo(operation.name());
    }

    @Test
    void theCompositeNamesTheCallThatFailed() {
        stubStore();
        SERVICE.stubFor(post(PROCESS).willReturn(aResponse().withStatus(402)));

        assertThat(failure(
                                send("backgroundcut:removeBackground", "bytes".getBytes(UTF_8)),
                                CreditsExhaustedException.class)
                        .getOperation())
                .isEqualTo("process");
    }

    @Test
    void keepsTheBeginningOfALongBody() {
        stubAll(aResponse().withStatus(500).withBody("ü".repeat(1_000_000)));

        ServiceUnavailableException error =
                failure(send("backgroundcut:usage", null), ServiceUnavailableException.class);

        assertThat(error.getResponseBody()).isEqualTo("ü".repeat(500) + "…");
        assertThat(error.getMessage()).hasSizeLessThan(1_000);
    }

    @Test
    void readsNoMoreOfALongBodyThanItKeeps() throws Exception {
        CompletableFuture<Long> written = new CompletableFuture<>();
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket.getInputStream());
            written.complete(RawServer.writeLongAnswer(socket, "500 Internal Server Error", LENGTH));
        })) {
            Exchange exchange = send("backgroundcut:usage?baseUrl=" + server.baseUrl(), null);

            failure(exchange, ServiceUnavailableException.class);
            assertThat(written.get(60, TimeUnit.SECONDS)).isLessThan(LENGTH / 4);
        }
    }

    @Test
    void tellsTheStatusOfAnAnswerWhoseBodyBreaksOff() throws IOException {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket.getInputStream());
            RawServer.write(socket, "HTTP/1.1 503 Unavailable\nContent-Length: 1000\n\nsorr");
        })) {
            Exchange exchange = send("backgroundcut:usage?baseUrl=" + server.baseUrl(), null);

            assertThat(failure(exchange, ServiceUnavailableException.class).getResponseBody())
                    .isEmpty();
        }
    }

    @Test
    void followsNoRedirectAndTellsWhereItPoints() {
        stubAll(aResponse().withStatus(307).withHeader("Location", baseUrl() + "/elsewhere"));

        BackgroundCutException error = failure(send("backgroundcut:usage", null), BackgroundCutException.class);

        assertThat(error.getRedirectLocation()).isEqualTo(baseUrl() + "/elsewhere");
        assertThat(onlyRequest().getUrl()).isEqualTo(USAGE);
    }

    @Test
    void keepsOfTheHeadersOnlyWhatHelps() {
        stubAll(aResponse()
                .withStatus(405)
                .withHeader("Allow", "POST")
                .withHeader("Set-Cookie", "session=secret")
                .withHeader("X-Secret", "secret"));

        BackgroundCutException error = failure(send("backgroundcut:usage", null), BackgroundCutException.class);

        assertThat(error.getResponseHeaders())
                .containsEntry("Allow", "POST")
                .doesNotContainKeys("Set-Cookie", "X-Secret");
    }

    @Test
    void sendsNoCookieBack() {
        stubAll(aResponse().withHeader("Set-Cookie", "session=1; Path=/").withBody("{}"));

        succeeded(send("backgroundcut:usage", null));
        succeeded(send("backgroundcut:usage", null));

        assertThat(requests()).hasSize(2).allMatch(request -> !request.containsHeader("Cookie"));
    }

    @Test
    void isCaughtByTheClausesThatARouteHasForCamelHttp() throws Exception {
        stubAll(aResponse().withStatus(404));
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(HttpOperationFailedException.class)
                        .onWhen(simple("${exception.statusCode} == 404"))
                        .handled(true)
                        .setBody(simple("caught ${exception.statusCode}"));
                from("direct:in").to("backgroundcut:download");
            }
        });

        assertThat(succeeded(send("direct:in", "shop/mug.png")).getMessage().getBody())
                .isEqualTo("caught 404");
    }
}
