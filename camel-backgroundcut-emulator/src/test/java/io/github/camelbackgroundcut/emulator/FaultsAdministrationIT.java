// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults set by calls of a running emulator. */
class FaultsAdministrationIT {

    private static final String FAULTS = "/emulator/faults";

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension(
            EmulatorConfiguration.builder().engine(new FakeEngine()).build());

    private BackgroundCutEmulator emulator;
    private TestClient client;
    private TestClient admin;

    @BeforeEach
    void connect() {
        emulator = EMULATOR.emulator();
        client = TestClient.of(emulator);
        admin = client.with("");
    }

    @AfterEach
    void turnOff() {
        emulator.setFaults(FaultPlan.none());
    }

    @Test
    void faultsAreSetShownAndTurnedOff() {
        HttpResponse<byte[]> set = put("{\"faults\": \"usage.503=1x\", \"seed\": 9000000000}");
        assertThat(TestClient.text(set))
                .isEqualTo("{\"faults\":\"seed=9000000000, usage.503=1x\",\"seed\":9000000000," + "\"struck\":{}}");
        assertThat(client.get(TestClient.USAGE).statusCode()).isEqualTo(503);

        JsonObject shown = TestClient.json(admin.get(FAULTS));
        assertThat(shown.getJsonObject("struck")).isEqualTo(new JsonObject().put("usage.503", 1));

        HttpResponse<byte[]> off = admin.send("DELETE", FAULTS, BodyPublishers.noBody());
        assertThat(TestClient.text(off)).isEqualTo("{\"faults\":\"\",\"seed\":0,\"struck\":{}}");
        assertThat(emulator.faults()).isEqualTo(FaultPlan.none());
    }

    @Test
    void theSeedMayStandInTheText() {
        put("{\"faults\": \"usage.503=0.5, seed=4\"}");

        assertThat(emulator.faults().seed()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"faults\": \"usage.banana=1\"} | unknown fault 'banana'",
                "{\"faults\": 1} | faults must be a string",
                "{\"seed\": 1} | faults is required",
                "{\"faults\": \"\", \"seed\": 1.5} | seed must be an integer",
                "[] | JSON object",
                "{ | not valid JSON"
            })
    void wrongFaultsAreExplainedAndChangeNothing(String body, String explanation) {
        emulator.setFaults("usage.503=1");

        HttpResponse<byte[]> response = put(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(response)).contains(explanation);
        assertThat(emulator.faults()).hasToString("usage.503=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
    void anotherContentTypeIsRefused(String contentType) {
        HttpResponse<byte[]> response = admin.send(
                "PUT", FAULTS, BodyPublishers.ofString("{\"faults\": \"all.503=1\"}"), "Content-Type", contentType);

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(emulator.faults().isEmpty()).isTrue();
    }

    @Test
    void noContentTypeIsRefused() {
        HttpResponse<byte[]> response =
                admin.send("PUT", FAULTS, BodyPublishers.ofString("{\"faults\": \"all.503=1\"}"));

        assertThat(response.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void anotherSiteIsRefused(String method) {
        for (String header : new String[] {
            "Host: evil.example", "Host: localhost\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors"
        }) {
            String answer = raw(method, header);
            assertThat(answer).startsWith("HTTP/1.1 403 ").doesNotContainIgnoringCase("access-control");
        }
        assertThat(emulator.faults().isEmpty()).isTrue();
        assertThat(raw(method, "Host: localhost")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aPreflightIsNotAllowed() {
        HttpResponse<byte[]> response = admin.send("OPTIONS", FAULTS, BodyPublishers.noBody());

        assertThat(response.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void aFormCannotBePosted() {
        assertThat(admin.send("POST", FAULTS, BodyPublishers.noBody()).statusCode())
                .isEqualTo(405);
    }

    private HttpResponse<byte[]> put(String body) {
        return admin.send("PUT", FAULTS, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private String raw(String method, String headers) {
        String body = "{\"faults\": \"all.503=1\"}";
        return admin.raw(method + " " + FAULTS + " HTTP/1.1\r\n" + headers
                + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);
    }
}
