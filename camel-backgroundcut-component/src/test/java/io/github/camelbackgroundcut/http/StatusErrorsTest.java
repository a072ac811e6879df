// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.api.ApiCall;
import io.github.camelbackgroundcut.api.error.AuthenticationFailedException;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.CreditsExhaustedException;
import io.github.camelbackgroundcut.api.error.ErrorAnswer;
import io.github.camelbackgroundcut.api.error.InvalidAnswerException;
import io.github.camelbackgroundcut.api.error.InvalidRequestException;
import io.github.camelbackgroundcut.api.error.PathNotFoundException;
import io.github.camelbackgroundcut.api.error.PayloadTooLargeException;
import io.github.camelbackgroundcut.api.error.RateLimitedException;
import io.github.camelbackgroundcut.api.error.ServiceUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatusErrorsTest {

    static Stream<Arguments> classes() {
        return Stream.of(
                Arguments.of(302, BackgroundCutException.class, false),
                Arguments.of(400, InvalidRequestException.class, false),
                Arguments.of(401, AuthenticationFailedException.class, false),
                Arguments.of(402, CreditsExhaustedException.class, false),
                Arguments.of(403, BackgroundCutException.class, false),
                Arguments.of(404, PathNotFoundException.class, false),
                Arguments.of(405, BackgroundCutException.class, false),
                Arguments.of(413, PayloadTooLargeException.class, false),
                Arguments.of(418, BackgroundCutException.class, false),
                Arguments.of(429, RateLimitedException.class, true),
                Arguments.of(500, ServiceUnavailableException.class, true),
                Arguments.of(502, ServiceUnavailableException.class, true),
                Arguments.of(503, ServiceUnavailableException.class, true),
                Arguments.of(504, ServiceUnavailableException.class, true),
                Arguments.of(599, ServiceUnavailableException.class, true));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void givesEachStatusItsClass(int status, Class<?> type, boolean retryable) {
        BackgroundCutException error = StatusErrors.of(answer(status, Map.of(), "no"));

        assertThat(error).isExactlyInstanceOf(type).isInstanceOf(HttpOperationFailedException.class);
        assertThat(error.isRetryable()).isEqualTo(retryable);
        assertThat(error.getStatusCode()).isEqualTo(status);
        assertThat(error.getOperation()).isEqualTo("process");
    }

    /** 503 says that nothing was begun; of the others something between may have said it when the work was done. */
    @ParameterizedTest
    @CsvSource({
        "PROCESS, 400, false", "PROCESS, 429, false", "PROCESS, 499, false", "PROCESS, 500, true", "PROCESS, 502, true",
        "PROCESS, 503, false", "PROCESS, 504, true", "SEGMENT, 500, true", "UPLOAD, 500, false", "DOWNLOAD, 504, false"
    })
    void tellsWhetherAFailedCallMayHaveBeenPaid(ApiCall call, int status, boolean mayHaveBeenCharged) {
        ErrorAnswer answer = new ErrorAnswer(
                call, "https://host/v3/x", status, "", Optional.empty(), Map.of(), Optional.empty(), "");

        assertThat(StatusErrors.of(answer).mayHaveBeenCharged()).isEqualTo(mayHaveBeenCharged);
    }

    @ParameterizedTest
    @CsvSource({"PROCESS, true", "SEGMENT, true", "UPLOAD, false", "TOKEN, false"})
    void anAnswerThatCannotBeReadMayHaveBeenPaidForAllTheSame(ApiCall call, boolean mayHaveBeenCharged) {
        ErrorAnswer answer =
                new ErrorAnswer(call, "https://host/v3/x", 200, "", Optional.empty(), Map.of(), Optional.empty(), "");

        InvalidAnswerException error = new InvalidAnswerException(answer, "It is no JSON.");

        assertThat(error.mayHaveBeenCharged()).isEqualTo(mayHaveBeenCharged);
        assertThat(error.getMessage().contains("charged")).isEqualTo(mayHaveBeenCharged);
    }

    @Test
    void tellsWhatTheServiceSaid() {
        assertThat(StatusErrors.of(answer(400, Map.of(), " {\"detail\": \"no picture\"}\n")))
                .hasMessageStartingWith("BackgroundCut process failed with status 400 (Reason) at https://host/v3/x. ")
                .hasMessageEndingWith("The service says: {\"detail\": \"no picture\"}");
    }

    @Test
    void leavesOutWhatTheServiceDidNotSay() {
        ErrorAnswer silent = new ErrorAnswer(
                ApiCall.UPLOAD, "https://host/v3/x", 413, "", Optional.empty(), Map.of(), Optional.empty(), "  ");

        assertThat(StatusErrors.of(silent))
                .hasMessage("BackgroundCut upload failed with status 413 at https://host/v3/x. "
                        + "The file is too large for the service: scale it down.");
    }

    @Test
    void keeps500CharactersOfTheBody() {
        assertThat(StatusErrors.of(answer(500, Map.of(), "x".repeat(500))).getResponseBody())
                .hasSize(500);
        assertThat(StatusErrors.of(answer(500, Map.of(), "x".repeat(501))).getResponseBody())
                .isEqualTo("x".repeat(500) + "…");
    }

    @Test
    void readsTheWaitOfARateLimit() {
        assertThat(rateLimited(Map.of("Retry-After", "7")))
                .hasMessageContaining("try again in 7 s.")
                .extracting(RateLimitedException::getRetryAfter)
                .isEqualTo(Optional.of(Duration.ofSeconds(7)));
    }

    @Test
    void knowsNoWaitIfTheServiceDoesNotTellOrTellsNonsense() {
        assertThat(rateLimited(Map.of()).getRetryAfter()).isEmpty();
        assertThat(rateLimited(Map.of("Retry-After", "soon")).getRetryAfter()).isEmpty();
        assertThat(rateLimited(Map.of())).hasMessageContaining("try again later.");
    }

    private static RateLimitedException rateLimited(Map<String, String> headers) {
        return (RateLimitedException) StatusErrors.of(answer(429, headers, ""));
    }

    private static ErrorAnswer answer(int status, Map<String, String> headers, String body) {
        Optional<Duration> retryAfter = Optional.ofNullable(headers.get("Retry-After"))
                .flatMap(value -> RetryAfter.parse(value, Optional.empty(), Clock.systemUTC()));
        return new ErrorAnswer(
                ApiCall.PROCESS, "https://host/v3/x", status, "Reason", Optional.empty(), headers, retryAfter, body);
    }
}
