// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.api.ApiCall;
import io.github.camelbackgroundcut.api.error.AuthenticationFailedException;
import io.github.camelbackgroundcut.api.error.CreditsExhaustedException;
import io.github.camelbackgroundcut.api.error.ErrorAnswer;
import io.github.camelbackgroundcut.api.error.InvalidImageException;
import io.github.camelbackgroundcut.api.error.InvalidRequestException;
import io.github.camelbackgroundcut.api.error.PathNotFoundException;
import io.github.camelbackgroundcut.api.error.ServiceUnavailableException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelExchangeException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class VerdictTest {

    private static final Exception NO_CREDITS = new CreditsExhaustedException(answer(402));
    private static final Exception BUSY = new ServiceUnavailableException(answer(503));

    @Test
    void noPictureIsDeadForTheAccountsSake() {
        assertThat(Verdict.of(NO_CREDITS, true)).isEqualTo(Verdict.HELD);
        assertThat(Verdict.of(new AuthenticationFailedException(answer(401)), true))
                .isEqualTo(Verdict.HELD);
    }

    @Test
    void whatMayPassIsDeliveredAgainUntilTheLastDelivery() {
        for (Exception failure :
                new Exception[] {BUSY, new PathNotFoundException(answer(404)), new IOException("The bucket is gone")}) {
            assertThat(Verdict.of(failure, false)).isEqualTo(Verdict.AGAIN);
            assertThat(Verdict.of(failure, true)).isEqualTo(Verdict.DEAD);
        }
    }

    @Test
    void whatCannotPassIsDeadAtOnce() {
        assertThat(Verdict.of(new InvalidRequestException(answer(400)), false)).isEqualTo(Verdict.DEAD);
        assertThat(Verdict.of(new InvalidImageException("No picture"), false)).isEqualTo(Verdict.DEAD);
        assertThat(Verdict.of(NoSuchKeyException.builder().build(), false)).isEqualTo(Verdict.DEAD);
    }

    @Test
    void aPictureThatWasReplacedIsDoneWith() {
        assertThat(Verdict.of(S3Exception.builder().statusCode(412).build(), true))
                .isEqualTo(Verdict.REPLACED);
        assertThat(Verdict.of(S3Exception.builder().statusCode(403).build(), false))
                .isEqualTo(Verdict.AGAIN);
    }

    @Test
    void aSplitHidesNoReason() {
        Exception split = new CamelExchangeException("Sequential processing failed", null, NO_CREDITS);

        assertThat(Verdict.of(split, true)).isEqualTo(Verdict.HELD);
        assertThat(Verdict.reason(split)).isSameAs(NO_CREDITS);
    }

    private static ErrorAnswer answer(int status) {
        return new ErrorAnswer(
                ApiCall.PROCESS, "http://localhost", status, "", Optional.empty(), Map.of(), Optional.empty(), "");
    }
}
