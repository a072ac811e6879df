// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of another origin calls the API with an access token. */
class CrossOriginIT {

    private static final String ORIGIN = "https://shop.example";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR = new BackgroundCutEmulatorExtension(
            EmulatorConfiguration.builder().engine(new FakeEngine()).build());

    private final TestClient client = TestClient.of(EMULATOR.emulator());

    @AfterEach
    void faultsOff() {
        EMULATOR.emulator().setFaults(FaultPlan.none());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v3/file-ops/upload/",
        "POST, /v3/tools/ai/remove-bg/process/",
        "POST, /v3/tools/ai/ai-cut/segment/",
        "POST, /v3/auth/access-token/",
        "GET, /v3/files/shop/a%20mug.png",
        "HEAD, /v3/files/shop/mug.png",
        "GET, /v3/file-ops/usage/"
    })
    void aPreflightIsAnsweredWithoutACredential(String method, String path) {
        HttpResponse<byte[]> response = client.with("")
                .send(
                        "OPTIONS",
                        path,
                        BodyPublishers.noBody(),
                        "Origin",
                        ORIGIN,
                        "Access-Control-Request-Method",
                        method,
                        "Access-Control-Request-Headers",
                        "authorization,content-type");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(header(response, ALLOW_ORIGIN)).isEqualTo("*");
        assertThat(header(response, "Access-Control-Allow-Methods").split(",")).contains(method);
        assertThat(header(response, "Access-Control-Allow-Headers")
                        .toLowerCase(Locale.ROOT)
                        .split(","))
                .contains("authorization", "content-type");
        assertThat(header(response, "Access-Control-Max-Age")).isEqualTo("600");
    }

    @Test
    void anAnswerMayBeRead() {
        assertThat(header(get(client, TestClient.USAGE, 200), ALLOW_ORIGIN)).isEqualTo("*");
    }

    @ParameterizedTest
    @CsvSource({"/v3/files/none.png, 404", "/v3/unknown/, 404", "/v3/file-ops/upload/, 405", "/v3/files/a/../b, 400"})
    void anErrorMayBeRead(String path, int status) {
        assertThat(header(get(client, path, status), ALLOW_ORIGIN)).isEqualTo("*");
    }

    @Test
    void aRefusedCredentialMayBeReadToo() {
        assertThat(header(get(client.with("AccessToken old"), TestClient.USAGE, 401), ALLOW_ORIGIN))
                .isEqualTo("*");
    }

    @Test
    void aBrokenPathMayBeReadToo() {
        String answer = client.raw("GET /v3/files/%zz HTTP/1.1\r\nHost: localhost\r\nOrigin: " + ORIGIN + "\r\n\r\n");

        assertThat(answer.toLowerCase(Locale.ROOT)).contains(" 400 ").contains("access-control-allow-origin: *");
    }

    @Test
    void howLongToWaitMayBeRead() {
        EMULATOR.emulator().setFaults("usage.429=1x:7s");

        HttpResponse<byte[]> response = get(client, TestClient.USAGE, 429);

        assertThat(header(response, "Retry-After")).isEqualTo("7");
        assertThat(header(response, ALLOW_ORIGIN)).isEqualTo("*");
        assertThat(header(response, "Access-Control-Expose-Headers")).contains("Retry-After");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/emulator/state", "/emulator/charges", "/emulator/faults"})
    void thePageAndItsAdministrationAreForNoOtherOrigin(String path) {
        assertThat(get(client, path, 200).headers().firstValue(ALLOW_ORIGIN)).isEmpty();
    }

    @Test
    void whoIsNoBrowserGetsNoSuchHeaders() {
        assertThat(client.get(TestClient.USAGE).headers().map().keySet())
                .noneMatch(name -> name.startsWith("access-control"));
    }

    private static HttpResponse<byte[]> get(TestClient caller, String path, int status) {
        HttpResponse<byte[]> response = caller.send("GET", path, BodyPublishers.noBody(), "Origin", ORIGIN);
        assertThat(response.statusCode()).isEqualTo(status);
        return response;
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
