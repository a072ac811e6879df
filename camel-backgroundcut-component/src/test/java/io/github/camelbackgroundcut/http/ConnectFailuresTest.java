// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On the answer hangs whether a paid call is sent again. */
class ConnectFailuresTest {

    static Stream<IOException> beforeThereIsAConnection() {
        return Stream.of(
                new ConnectException("refused"),
                new ConnectTimeoutException("too slow"),
                new ConnectionRequestTimeoutException("all in use"),
                new UnknownHostException("no-such-host.invalid"),
                new NoRouteToHostException("no route"),
                new SSLHandshakeException("untrusted"),
                new SSLPeerUnverifiedException("another name"));
    }

    static Stream<IOException> onAConnection() {
        return Stream.of(
                new IOException("broken pipe"),
                new SocketException("reset by peer"),
                new SocketTimeoutException("silence"),
                new SSLException("closed"),
                new NoHttpResponseException("gone"));
    }

    @ParameterizedTest
    @MethodSource("beforeThereIsAConnection")
    void theServiceHasSeenNothing(IOException failure) {
        assertThat(ConnectFailures.include(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("onAConnection")
    void theServiceMayHaveSeenTheRequest(IOException failure) {
        assertThat(ConnectFailures.include(failure)).isFalse();
    }
}
