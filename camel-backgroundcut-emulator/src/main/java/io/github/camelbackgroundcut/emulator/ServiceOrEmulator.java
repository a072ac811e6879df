// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import java.util.Map;
import java.util.Optional;

/**
 * The service for programs that also work without an account: the real one if there is an API key, otherwise an emulator
 * that runs until this object is closed.
 */
public final class ServiceOrEmulator implements AutoCloseable {

    /** The environment variable with the API key of the real service. */
    public static final String API_KEY = "BACKGROUNDCUT_API_KEY";

    /** The environment variable with another address of the service; only together with an API key. */
    public static final String BASE_URL = "BACKGROUNDCUT_BASE_URL";

    private static final String REAL_SERVICE = "https://api.backgroundcut.co";

    private final String baseUrl;
    private final String apiKey;
    private final Optional<BackgroundCutEmulator> emulator;

    private ServiceOrEmulator(String baseUrl, String apiKey, Optional<BackgroundCutEmulator> emulator) {
        // Browsers put paths after it, which begin with a slash.
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
        this.apiKey = apiKey;
        this.emulator = emulator;
    }

    /**
     * With an emulator on any free port.
     *
     * @param environment variables, such as {@link System#getenv()}; a blank one counts as not set
     * @throws IllegalArgumentException if there is an address, but no key for it
     */
    public static ServiceOrEmulator choose(Map<String, String> environment) {
        return choose(environment, 0);
    }

    /**
     * @param environment variables, such as {@link System#getenv()}; a blank one counts as not set
     * @param emulatorPort 0 for any free one
     * @throws IllegalArgumentException if there is an address, but no key for it
     */
    public static ServiceOrEmulator choose(Map<String, String> environment, int emulatorPort) {
        Optional<String> apiKey = variable(environment, API_KEY);
        Optional<String> baseUrl = variable(environment, BASE_URL);
        if (apiKey.isPresent()) {
            return at(baseUrl.orElse(REAL_SERVICE), apiKey.get());
        }
        if (baseUrl.isPresent()) {
            throw new IllegalArgumentException(BASE_URL + " is set, but " + API_KEY
                    + " is not. Set both to call a service, or neither to start the emulator.");
        }
        BackgroundCutEmulator emulator = startEmulator(emulatorPort);
        return new ServiceOrEmulator(emulator.baseUrl(), emulator.apiKey(), Optional.of(emulator));
    }

    /** A service that runs already. */
    public static ServiceOrEmulator at(String baseUrl, String apiKey) {
        return new ServiceOrEmulator(baseUrl, apiKey, Optional.empty());
    }

    private static BackgroundCutEmulator startEmulator(int port) {
        // The emulator's HTTP server can do without sun.misc.Unsafe, which Java 24 and newer print warnings about.
        System.getProperties().putIfAbsent("io.netty.noUnsafe", "true");
        // When the process is asked to end, pictures on their way still need the emulator: it is closed after them.
        return BackgroundCutEmulator.start(EmulatorConfiguration.builder()
                .port(port)
                .closedAtShutdown(false)
                .build());
    }

    /** Whether an emulator is used, so that the pictures stay on this machine. */
    public boolean isEmulator() {
        return emulator.isPresent();
    }

    /** The address to call. */
    public String baseUrl() {
        return baseUrl;
    }

    /** One line for people; it contains no secret. */
    public String description() {
        return isEmulator()
                ? "Emulator at " + baseUrl + " (set " + API_KEY + " to use the real service)"
                : "Service at " + baseUrl + " (" + API_KEY + " is set: each picture costs credits)";
    }

    /** Address and key as the properties that Camel Main and Spring Boot configure the component with. */
    public Map<String, String> properties() {
        return Map.of(
                "camel.component.backgroundcut.api-key", apiKey, "camel.component.backgroundcut.base-url", baseUrl);
    }

    /** Ends the emulator, if there is one. Does nothing the second time. */
    @Override
    public void close() {
        emulator.ifPresent(BackgroundCutEmulator::close);
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
