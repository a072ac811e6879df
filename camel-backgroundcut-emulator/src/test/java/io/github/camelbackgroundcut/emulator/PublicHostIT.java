// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** An emulator that listens on all addresses. */
class PublicHostIT {

    @Test
    void othersGetTheApiButNotThePage(TestInfo test) throws SocketException {
        Optional<String> address = ownAddress();
        Needs.networkAddress(test, address.isPresent());
        EmulatorConfiguration configuration = EmulatorConfiguration.builder()
                .host("0.0.0.0")
                .engine(new FakeEngine())
                .build();
        try (BackgroundCutEmulator emulator = BackgroundCutEmulator.start(configuration)) {
            TestClient other = TestClient.at("http://" + address.get() + ":" + emulator.port(), "Token emulator-key");

            assertThat(emulator.baseUrl()).isEqualTo("http://127.0.0.1:" + emulator.port());
            assertThat(TestClient.of(emulator).get("/emulator/state").statusCode())
                    .isEqualTo(200);
            assertThat(other.get(TestClient.USAGE).statusCode()).isEqualTo(200);
            // A caller can send a false host, but not a false address of its own.
            for (String path : new String[] {"/emulator/state", "/emulator/charges", "/emulator/faults"}) {
                assertThat(other.rawGet(path, Map.of("Host", "localhost"))).startsWith("HTTP/1.1 403 ");
            }
        }
    }

    private static Optional<String> ownAddress() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(address -> address.getHostAddress())
                .findFirst();
    }
}
