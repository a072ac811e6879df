// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException.Phase;
import io.github.camelbackgroundcut.support.RawServer;
import io.github.camelbackgroundcut.support.StubbedService;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The error for a call without a complete answer. */
class TransportFailuresIT extends StubbedService {

    @TempDir
    Path outbox;

    @ParameterizedTest
    @CsvSource({
        "upload, responseTimeout, false",
        "process, processTimeout, true",
        "download, responseTimeout, false",
        "token, responseTimeout, false",
        "segment, responseTimeout, true",
        "usage, responseTimeout, false",
    })
    void eachCallHasItsTimeoutAndIsNotRepeated(String operation, String option, boolean mayHaveBeenCharged)
            throws IOException {
        try (RawServer server = RawServer.silent()) {
            Exchange exchange = send(
                    "backgroundcut:" + operation + "?foregroundPoints=1,1&" + option + "=100&baseUrl="
                            + server.baseUrl(),
                    "shop/mug.jpg".getBytes(UTF_8));

            BackgroundCutTransportException error = failure(exchange, BackgroundCutTransportException.class);
            assertThat(error).hasCauseInstanceOf(SocketTimeoutException.class);
            assertThat(error.getPhase()).isEqualTo(Phase.RESPONSE);
            assertThat(error.mayHaveBeenCharged()).isEqualTo(mayHaveBeenCharged);
            assertThat(error.getOperation()).isEqualTo(operation);
            assertThat(error.getMessage())
                    .contains(operation + " failed while waiting for the answer of " + server.baseUrl());
            // The server counts a connection a little after it was made.
            await().untilAsserted(() -> assertThat(server.connections()).isEqualTo(1));
        }
    }

    @Test
    void aTimeoutIsSilenceAndNotTheWholeTime() {
        stubAll(okJson("{\"x\": 1}").withChunkedDribbleDelay(8, 1_200));

        succeeded(send("backgroundcut:usage?responseTimeout=900", null));
    }

    /** As servers do that close idle connections. */
    @Test
    void aPaidCallIsNeverWrittenToAConnectionThatWasClosed() throws Exception {
        Semaphore closed = new Semaphore(0);
        String answer = "{\"output_file_paths\": [\"shop/mug-cutout.png\"]}";
        try (RawServer server = new RawServer(socket -> {
            if (RawServer.readRequest(socket.getInputStream()).isEmpty()) {
                return;
            }
            RawServer.write(
                    socket,
                    "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: " + answer.length() + "\n\n"
                            + answer);
            socket.close();
            closed.release();
        })) {
            for (int call = 1; call <= 8; call++) {
                succeeded(send("backgroundcut:process?maxRetries=0&baseUrl=" + server.baseUrl(), "shop/mug.jpg"));

                assertThat(closed.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
                assertThat(server.connections()).isEqualTo(call);
            }
        }
    }

    @Test
    void aRefusedConnectionIsToldFromALostAnswer() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        Exchange exchange = send("backgroundcut:process?baseUrl=http://127.0.0.1:" + port, "shop/mug.jpg");

        BackgroundCutTransportException error = failure(exchange, BackgroundCutTransportException.class);
        assertThat(error.getPhase()).isEqualTo(Phase.CONNECT);
        assertThat(error.mayHaveBeenCharged()).isFalse();
    }

    @Test
    void anUnknownHostIsAConnectFailure() {
        Exchange exchange = send("backgroundcut:usage?baseUrl=https://no-such-host.invalid", null);

        assertThat(failure(exchange, BackgroundCutTransportException.class).getPhase())
                .isEqualTo(Phase.CONNECT);
    }

    @Test
    void whereThereWasNoAnswerNoStatusOfAnEarlierStepIsLeft() {
        stubAll(aResponse().withFault(Fault.EMPTY_RESPONSE));

        Exchange exchange =
                send("backgroundcut:usage", null, Map.of(BackgroundCutConstants.STATUS_CODE, 200, "other", "stays"));

        assertThat(exchange.getException()).isNotNull();
        assertThat(exchange.getMessage().getHeaders())
                .doesNotContainKey(BackgroundCutConstants.STATUS_CODE)
                .containsEntry("other", "stays");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
    void aProcessCallThatGotNoAnswerMayHaveBeenProcessed(Fault fault) {
        stubAll(aResponse().withFault(fault));

        BackgroundCutTransportException error =
                failure(send("backgroundcut:process", "shop/mug.jpg"), BackgroundCutTransportException.class);

        assertThat(error.getPhase()).isEqualTo(Phase.RESPONSE);
        assertThat(error.mayHaveBeenCharged()).isTrue();
        assertThat(error).hasMessageEndingWith("look for its output before repeating");
        assertThat(requests()).hasSize(1);
    }

    @Test
    void anUploadThatIsCutOffWasNotSentWhole() throws IOException {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket.getInputStream());
            socket.setSoLinger(true, 0);
        })) {
            Exchange exchange = send("backgroundcut:upload?baseUrl=" + server.baseUrl(), new byte[32 * 1024 * 1024]);

            assertThat(failure(exchange, BackgroundCutTransportException.class).getPhase())
                    .isEqualTo(Phase.SEND);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatBreaksOffMayHaveBeenProcessed() throws IOException {
        try (RawServer server = cutOffServer()) {
            Exchange exchange = send("backgroundcut:process?baseUrl=" + server.baseUrl(), "shop/mug.jpg");

            BackgroundCutTransportException error = failure(exchange, BackgroundCutTransportException.class);
            assertThat(error.getPhase()).isEqualTo(Phase.BODY);
            assertThat(error.mayHaveBeenCharged()).isTrue();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void ofADownloadThatBreaksOffNothingIsWritten() throws Exception {
        try (RawServer server = cutOffServer()) {
            camel.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in")
                            .to("backgroundcut:download?baseUrl=" + server.baseUrl())
                            .to("file:" + outbox);
                }
            });

            Exchange exchange = send("direct:in", "shop/mug.png");

            assertThat(failure(exchange, BackgroundCutTransportException.class).getPhase())
                    .isEqualTo(Phase.BODY);
            assertThat(outbox).isEmptyDirectory();
        }
    }

    @Test
    void aChunkedAnswerThatBreaksOffIsNoneEither() {
        SERVICE.stubFor(
                get(urlMatching("/v3/files/.*")).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));

        BackgroundCutTransportException error =
                failure(send("backgroundcut:download", "shop/mug.png"), BackgroundCutTransportException.class);

        assertThat(error.getPhase()).isEqualTo(Phase.BODY);
        assertThat(error.mayHaveBeenCharged()).isFalse();
    }

    @Test
    void aDownloadThatStallsIsTimedOut() throws IOException {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readHead(socket.getInputStream());
            RawServer.write(socket, "HTTP/1.1 200 OK\nContent-Length: 1000\n\nabc");
            socket.getInputStream().read();
        })) {
            Exchange exchange =
                    send("backgroundcut:download?responseTimeout=1000&baseUrl=" + server.baseUrl(), "shop/mug.png");

            BackgroundCutTransportException error = failure(exchange, BackgroundCutTransportException.class);
            assertThat(error.getPhase()).isEqualTo(Phase.BODY);
            assertThat(error).hasCauseInstanceOf(SocketTimeoutException.class);
        }
    }

    /** Announces more than it sends. */
    private static RawServer cutOffServer() {
        return new RawServer(socket -> {
            RawServer.readRequest(socket.getInputStream());
            RawServer.write(socket, "HTTP/1.1 200 OK\nContent-Type: image/png\nContent-Length: 1000000\n\n{\"outp");
        });
    }
}
