// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.api.ApiCall;
import io.github.camelbackgroundcut.api.error.CreditsExhaustedException;
import io.github.camelbackgroundcut.api.error.ErrorAnswer;
import io.github.camelbackgroundcut.api.error.InvalidImageException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class DropTest {

    private final Drop fileDrop = new FileDrop();
    private final Drop s3Drop = new S3Drop();

    @Test
    void delaysDoubleUpToAMinute() {
        fileDrop.setRetryDelay(2_000);

        assertThat(fileDrop.delayBefore(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(fileDrop.delayBefore(4)).isEqualTo(Duration.ofSeconds(16));
        assertThat(fileDrop.delayBefore(60)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void whatTheComponentSaysCountsWhateverIsAroundIt() {
        InvalidImageException cause = new InvalidImageException("No picture", new IOException("Cut off"));

        assertThat(fileDrop.cause(new IllegalStateException(cause))).isSameAs(cause);
        assertThat(s3Drop.cause(new IllegalStateException(cause))).isSameAs(cause);
    }

    @Test
    void anyOtherFailureIsToldAsItIs() {
        IllegalStateException failure = new IllegalStateException("Odd", new IllegalArgumentException("Why"));

        assertThat(fileDrop.cause(failure)).isSameAs(failure);
        assertThat(s3Drop.cause(failure)).isSameAs(failure);
    }

    @Test
    void whatFailedWithinASplitIsToldByItself() {
        IllegalStateException cause = new IllegalStateException("Odd");
        CamelExchangeException split =
                new CamelExchangeException("Multicast failed", new DefaultExchange(new DefaultCamelContext()), cause);

        assertThat(s3Drop.cause(split)).isSameAs(cause);
    }

    @Test
    void aFullDiskIsAnOutage() {
        assertThat(fileDrop.isOutage(new GenericFileOperationFailedException("No space left")))
                .isTrue();
        assertThat(s3Drop.isOutage(new IOException("No space left"))).isTrue();
    }

    @Test
    void onlyABucketWaitsForCredits() {
        CreditsExhaustedException noCredits = new CreditsExhaustedException(new ErrorAnswer(
                ApiCall.PROCESS,
                "http://localhost",
                402,
                "Payment Required",
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                ""));

        assertThat(fileDrop.isOutage(noCredits)).isFalse();
        assertThat(s3Drop.isOutage(noCredits)).isTrue();
    }

    @Test
    void anArchivedObjectIsNoOutageOfTheBucket() {
        assertThat(s3Drop.isOutage(S3Exception.builder().statusCode(503).build()))
                .isTrue();
        assertThat(s3Drop.isOutage(
                        InvalidObjectStateException.builder().statusCode(403).build()))
                .isFalse();
    }
}
