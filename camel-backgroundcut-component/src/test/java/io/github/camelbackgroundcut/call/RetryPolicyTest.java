// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.api.ApiCall;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException.Phase;
import io.github.camelbackgroundcut.api.error.ErrorAnswer;
import io.github.camelbackgroundcut.api.error.InvalidRequestException;
import io.github.camelbackgroundcut.api.error.RateLimitedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final Duration MAX_RETRY_AFTER = Duration.ofSeconds(60);
    private static final int MANY = 40;

    private final RetryPolicy policy = new RetryPolicy(MANY, Duration.ofSeconds(1), MAX_RETRY_AFTER);

    @RepeatedTest(20)
    void theWaitDoublesAndUpToAHalfIsTakenOff() {
        for (int failed = 1; failed <= MANY; failed++) {
            Duration full = Duration.ofSeconds(Math.min(30, 1L << Math.min(failed - 1, 10)));

            assertThat(waitAfter(lost(ApiCall.UPLOAD, Phase.RESPONSE), failed))
                    .hasValueSatisfying(wait -> assertThat(wait).isBetween(full.dividedBy(2), full));
        }
    }

    @Test
    void theWaitIsNotAlwaysTheSame() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> waitAfter(lost(ApiCall.UPLOAD, Phase.RESPONSE), 5))
                        .distinct())
                .hasSizeGreaterThan(5);
    }

    @Test
    void noMoreIsRepeatedThanMayBe() {
        assertThat(waitAfter(lost(ApiCall.UPLOAD, Phase.RESPONSE), MANY)).isPresent();
        assertThat(waitAfter(lost(ApiCall.UPLOAD, Phase.RESPONSE), MANY + 1)).isEmpty();
    }

    @Test
    void whatTheServiceAsksForIsWaited() {
        assertThat(waitAfter(limited(Optional.of(Duration.ofSeconds(7))), 1)).contains(Duration.ofSeconds(7));
        assertThat(waitAfter(limited(Optional.of(MAX_RETRY_AFTER)), 1)).contains(MAX_RETRY_AFTER);
    }

    @Test
    void aLongerWaitThanMayBeIsAFailure() {
        assertThat(waitAfter(limited(Optional.of(MAX_RETRY_AFTER.plusMillis(1))), 1))
                .isEmpty();
    }

    @Test
    void aCallThatIsOnlyAskedToComeLaterKeepsItsRetries() {
        RetryPolicy one = new RetryPolicy(1, Duration.ofSeconds(1), MAX_RETRY_AFTER);

        assertThat(one.waitAfter(limited(Optional.of(Duration.ofSeconds(7))), RetryPolicy.MAX_REFUSALS, false))
                .contains(Duration.ofSeconds(7));
        assertThat(one.waitAfter(limited(Optional.of(Duration.ofSeconds(7))), RetryPolicy.MAX_REFUSALS + 1, false))
                .isEmpty();
    }

    @Test
    void a429ThatDoesNotSayWhenUsesUpARetry() {
        RetryPolicy one = new RetryPolicy(1, Duration.ofSeconds(1), MAX_RETRY_AFTER);

        assertThat(one.waitAfter(limited(Optional.empty()), 1, false)).isPresent();
        assertThat(one.waitAfter(limited(Optional.empty()), 2, false)).isEmpty();
    }

    @Test
    void whereNothingIsRepeatedA429IsNotEither() {
        RetryPolicy none = new RetryPolicy(0, Duration.ofSeconds(1), MAX_RETRY_AFTER);

        assertThat(none.waitAfter(limited(Optional.of(Duration.ofSeconds(7))), 1, false))
                .isEmpty();
    }

    @Test
    void theRoutesWaitIsCapped() {
        assertThat(policy.capped(MAX_RETRY_AFTER.plusMillis(1))).isEqualTo(MAX_RETRY_AFTER);
        assertThat(policy.capped(Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void whatCannotSucceedIsNotRepeated() {
        assertThat(waitAfter(new InvalidRequestException(answer(400, Optional.empty())), 1))
                .isEmpty();
        assertThat(waitAfter(new BackgroundCutException(answer(405, Optional.empty())), 1))
                .isEmpty();
        assertThat(waitAfter(new IllegalStateException("no"), 1)).isEmpty();
    }

    @Test
    void whatMayHaveBeenPaidIsRepeatedOnlyIfItIsLookedForFirst() {
        Exception lost = lost(ApiCall.PROCESS, Phase.RESPONSE);

        assertThat(policy.waitAfter(lost, 1, false)).isEmpty();
        assertThat(policy.waitAfter(lost, 1, true)).isPresent();
        assertThat(policy.waitAfter(lost(ApiCall.PROCESS, Phase.CONNECT), 1, false))
                .isPresent();
    }

    private Optional<Duration> waitAfter(Exception failure, int failed) {
        return policy.waitAfter(failure, failed, false);
    }

    private static Exception lost(ApiCall call, Phase phase) {
        return new BackgroundCutTransportException(call, "https://host/v3/x", phase, new IOException("reset"));
    }

    private static Exception limited(Optional<Duration> retryAfter) {
        return new RateLimitedException(answer(429, retryAfter));
    }

    private static ErrorAnswer answer(int status, Optional<Duration> retryAfter) {
        return new ErrorAnswer(
                ApiCall.UPLOAD, "https://host/v3/x", status, "", Optional.empty(), Map.of(), retryAfter, "");
    }
}
