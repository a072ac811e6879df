// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.api.ApiCall;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException.Phase;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackgroundCutTransportExceptionTest {

    @ParameterizedTest
    @CsvSource({"CONNECT, false", "SEND, false", "RESPONSE, true", "BODY, true"})
    void aPaidCallMayHaveBeenProcessedOnceItWasSentWhole(Phase phase, boolean mayHaveBeenCharged) {
        assertThat(failure(ApiCall.PROCESS, phase).mayHaveBeenCharged()).isEqualTo(mayHaveBeenCharged);
        assertThat(failure(ApiCall.SEGMENT, phase).mayHaveBeenCharged()).isEqualTo(mayHaveBeenCharged);
    }

    @ParameterizedTest
    @EnumSource(
            value = ApiCall.class,
            names = {"UPLOAD", "DOWNLOAD", "TOKEN", "USAGE"})
    void anotherCallIsNeverProcessedForMoney(ApiCall call) {
        for (Phase phase : Phase.values()) {
            assertThat(failure(call, phase).mayHaveBeenCharged()).isFalse();
        }
    }

    @Test
    void saysWhatFailedWhenAndWhy() {
        assertThat(failure(ApiCall.UPLOAD, Phase.SEND))
                .hasMessage("BackgroundCut upload failed while sending the request to https://host/v3/x: reset by peer")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void warnsThatAPaidCallMayHaveBeenCharged() {
        assertThat(failure(ApiCall.PROCESS, Phase.RESPONSE))
                .hasMessageContaining("while waiting for the answer of")
                .hasMessageEndingWith("look for its output before repeating");
    }

    @Test
    void namesTheCauseIfItHasNoMessage() {
        assertThat(new BackgroundCutTransportException(
                        ApiCall.USAGE, "https://host/", Phase.RESPONSE, new SocketTimeoutException()))
                .hasMessageEndingWith(": SocketTimeoutException");
    }

    private static BackgroundCutTransportException failure(ApiCall call, Phase phase) {
        return new BackgroundCutTransportException(call, "https://host/v3/x", phase, new IOException("reset by peer"));
    }
}
