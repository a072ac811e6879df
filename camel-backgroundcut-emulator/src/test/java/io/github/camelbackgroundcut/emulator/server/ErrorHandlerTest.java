// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.http.ConnectionGoneException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class ErrorHandlerTest {

    @Test
    void aCallerThatIsGoneIsNoError() {
        assertThat(ErrorHandler.isConnectionGone(new SocketException("Connection reset")))
                .isTrue();
        assertThat(ErrorHandler.isConnectionGone(new HttpClosedException("Connection was closed")))
                .isTrue();
        assertThat(ErrorHandler.isConnectionGone(new ConnectionGoneException())).isTrue();
    }

    @Test
    void whatFailsHereIsAnError() {
        assertThat(ErrorHandler.isConnectionGone(new IOException("No space left on device")))
                .isFalse();
        assertThat(ErrorHandler.isConnectionGone(new IllegalStateException())).isFalse();
        assertThat(ErrorHandler.isConnectionGone(ApiError.ofStatus(500))).isFalse();
    }
}
