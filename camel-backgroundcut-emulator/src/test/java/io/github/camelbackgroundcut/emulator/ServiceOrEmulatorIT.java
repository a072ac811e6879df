// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceOrEmulatorIT {

    private static final String KEY_OPTION = "camel.component.backgroundcut.api-key";
    private static final String URL_OPTION = "camel.component.backgroundcut.base-url";

    @Test
    void startsTheEmulatorWithoutAKey() throws Exception {
        try (ServiceOrEmulator service = ServiceOrEmulator.choose(Map.of())) {
            assertThat(service.isEmulator()).isTrue();
            assertThat(statusOfUsage(service.properties())).isEqualTo(200);
            assertThat(service.description())
                    .contains("Emulator", service.properties().get(URL_OPTION));
        }
    }

    @Test
    void takesABlankKeyForNone() {
        try (ServiceOrEmulator service = ServiceOrEmulator.choose(Map.of("BACKGROUNDCUT_API_KEY", " "))) {
            assertThat(service.isEmulator()).isTrue();
        }
    }

    @Test
    void callsTheRealServiceWithAKey() {
        try (ServiceOrEmulator service = ServiceOrEmulator.choose(Map.of("BACKGROUNDCUT_API_KEY", "secret-1"))) {
            assertThat(service.isEmulator()).isFalse();
            assertThat(service.properties())
                    .containsEntry(KEY_OPTION, "secret-1")
                    .containsEntry(URL_OPTION, "https://api.backgroundcut.co");
        }
    }

    @Test
    void callsAnotherAddressThatIsGiven() {
        Map<String, String> environment =
                Map.of("BACKGROUNDCUT_API_KEY", "secret-1", "BACKGROUNDCUT_BASE_URL", "https://proxy.example");
        try (ServiceOrEmulator service = ServiceOrEmulator.choose(environment)) {
            assertThat(service.properties()).containsEntry(URL_OPTION, "https://proxy.example");
            assertThat(service.description()).contains("https://proxy.example").doesNotContain("secret-1");
        }
    }

    /** Browsers put paths after it, which begin with a slash. */
    @Test
    void addressEndsWithoutASlash() {
        try (ServiceOrEmulator service = ServiceOrEmulator.at("https://proxy.example/", "secret-1")) {
            assertThat(service.baseUrl()).isEqualTo("https://proxy.example");
        }
    }

    @Test
    void refusesAnAddressWithoutAKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceOrEmulator.choose(Map.of("BACKGROUNDCUT_BASE_URL", "https://proxy.example")))
                .withMessageContaining("BACKGROUNDCUT_API_KEY is not");
    }

    private static int statusOfUsage(Map<String, String> properties) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(properties.get(URL_OPTION) + "/v3/file-ops/usage/"))
                .header("Authorization", "Token " + properties.get(KEY_OPTION))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
