// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import io.github.camelbackgroundcut.BackgroundCutConfiguration;
import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import java.util.Map;
import java.util.Optional;

/**
 * The service that mints tokens and cuts out pictures: the real one if there is an API key, else an emulator that lives as
 * long as this object.
 */
public final class BackgroundCutService implements AutoCloseable {

    /** The environment variable with the API key of the real service. */
    public static final String API_KEY = "BACKGROUNDCUT_API_KEY";

    /** The environment variable with another address of the service; only together with an API key. */
    public static final String BASE_URL = "BACKGROUNDCUT_BASE_URL";

    /** The environment variable with the emulator's port; 0 for any free one. */
    public static final String EMULATOR_PORT = "TOKENSERVER_EMULATOR_PORT";

    private static final String DEFAULT_EMULATOR_PORT = "8089";

    private final String baseUrl;
    private final String apiKey;
    private final Optional<BackgroundCutEmulator> emulator;

    private BackgroundCutService(String baseUrl, String apiKey, Optional<BackgroundCutEmulator> emulator) {
        // Browsers put paths after it, which begin with a slash.
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
        this.apiKey = apiKey;
        this.emulator = emulator;
    }

    /**
     * @param environment variables, such as {@link System#getenv()}; a blank one counts as not set
     * @throws IllegalArgumentException if there is an address, but no key for it
     */
    public static BackgroundCutService choose(Map<String, String> environment) {
        Optional<String> apiKey = variable(environment, API_KEY);
        Optional<String> baseUrl = variable(environment, BASE_URL);
        if (apiKey.isPresent()) {
            return at(baseUrl.orElse(BackgroundCutConfiguration.DEFAULT_BASE_URL), apiKey.get());
        }
        if (baseUrl.isPresent()) {
            throw new IllegalArgumentException(BASE_URL + " is set, but " + API_KEY
                    + " is not. Set both to call a service, or neither to start the emulator.");
        }
        String port = variable(environment, EMULATOR_PORT).orElse(DEFAULT_EMULATOR_PORT);
        BackgroundCutEmulator emulator = startEmulator(port(port));
        return new BackgroundCutService(emulator.baseUrl(), emulator.apiKey(), Optional.of(emulator));
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(EMULATOR_PORT + " is no port: " + text);
        }
    }

    /** A service that runs already. */
    public static BackgroundCutService at(String baseUrl, String apiKey) {
        return new BackgroundCutService(baseUrl, apiKey, Optional.empty());
    }

    private static BackgroundCutEmulator startEmulator(int port) {
        // The emulator's HTTP server can do without sun.misc.Unsafe, which Java 24 and newer print warnings about.
        System.getProperties().putIfAbsent("io.netty.noUnsafe", "true");
        return BackgroundCutEmulator.start(EmulatorConfiguration.builder()
                .port(port)
                .closedAtShutdown(false)
                .build());
    }

    /** The address that browsers call. */
    public String baseUrl() {
        return baseUrl;
    }

    /** One line for people; it holds no secret. */
    public String description() {
        return emulator.isPresent()
                ? "Emulator at " + baseUrl + " (set " + API_KEY + " to use the real service)"
                : "Service at " + baseUrl + " (" + API_KEY + " is set: each picture costs credits)";
    }

    /** The settings of the component, as properties of Camel Main. */
    Map<String, String> properties() {
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
