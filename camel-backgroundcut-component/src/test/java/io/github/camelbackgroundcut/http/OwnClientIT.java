// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.support.CamelExtension;
import io.github.camelbackgroundcut.support.RawServer;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The component's own client: its connections live as long as it does. */
class OwnClientIT {

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    private final CompletableFuture<Integer> afterTheLastRequest = new CompletableFuture<>();
    private final RawServer server = new RawServer(this::answerUntilClosed);

    @BeforeEach
    void addTheComponent() {
        BackgroundCutComponent component = new BackgroundCutComponent();
        component.getConfiguration().setApiKey("test-key");
        component.getConfiguration().setBaseUrl(server.baseUrl());
        camel.context().addComponent("backgroundcut", component);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aConnectionIsUsedAgain() {
        usage();
        usage();

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void stoppingTheComponentClosesItsConnections() throws Exception {
        usage();
        assertThat(afterTheLastRequest).isNotDone();

        camel.context().getComponent("backgroundcut").stop();

        assertThat(afterTheLastRequest.get(60, TimeUnit.SECONDS)).isEqualTo(-1);
    }

    @Test
    void aComponentThatIsStartedAgainHasANewOne() {
        usage();
        camel.context().getComponent("backgroundcut").stop();
        camel.context().getComponent("backgroundcut").start();

        Exchange exchange = camel.template().send("backgroundcut:usage?responseTimeout=9s", message -> {});

        assertThat(exchange.getException()).isNull();
        assertThat(server.connections()).isEqualTo(2);
    }

    private void usage() {
        assertThat(camel.template().send("backgroundcut:usage", message -> {}).getException())
                .isNull();
    }

    private void answerUntilClosed(Socket socket) throws IOException {
        int next = socket.getInputStream().read();
        while (next >= 0) {
            RawServer.readHead(socket.getInputStream());
            RawServer.write(socket, "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}");
            next = socket.getInputStream().read();
        }
        afterTheLastRequest.complete(next);
    }
}
