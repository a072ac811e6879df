// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import io.github.camelbackgroundcut.BackgroundCutConfiguration;
import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import java.util.Map;
import java.util.Optional;

/**
 * Who cuts the pictures out: the real service if there is an API key, else an emulator that lives as long as this object.
 * The route is the same for both.
 */
public final class BackgroundCutService implements AutoCloseable {

    /** The environment variable with the API key of the real service. */
    public static final String API_KEY = "BACKGROUNDCUT_API_KEY";

    /** The environment variable with another address of the service; only together with an API key. */
    public static final String BASE_URL = "BACKGROUNDCUT_BASE_URL";

    private final String baseUrl;
    private final String apiKey;
    private final Optional<BackgroundCutEmulator> emulator;

    private BackgroundCutService(String baseUrl, String apiKey, Optional<BackgroundCutEmulator> emulator) {
        this.baseUrl = baseUrl;
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
            String address = baseUrl.orElse(BackgroundCutConfiguration.DEFAULT_BASE_URL);
            return new BackgroundCutService(address, apiKey.get(), Optional.empty());
        }
        if (baseUrl.isPresent()) {
            throw new IllegalArgumentException(BASE_URL + " is set, but " + API_KEY
                    + " is not. Set both to call a service, or neither to start the emulator.");
        }
        BackgroundCutEmulator emulator = startEmulator();
        return new BackgroundCutService(emulator.baseUrl(), emulator.apiKey(), Optional.of(emulator));
    }

    private static BackgroundCutEmulator startEmulator() {
        // The emulator's HTTP server can do without sun.misc.Unsafe, which Java 24 and newer print warnings about.
        System.getProperties().putIfAbsent("io.netty.noUnsafe", "true");
        // When the process is asked to end, pictures on their way still need the emulator: it is closed after them.
        return BackgroundCutEmulator.start(
                EmulatorConfiguration.builder().closedAtShutdown(false).build());
    }

    /** Whether the pictures stay on this machine. */
    public boolean isEmulator() {
        return emulator.isPresent();
    }

    /** One line for people; it holds no secret. */
    public String description() {
        return isEmulator()
                ? "Emulator at " + baseUrl + " (set " + API_KEY + " to use the real service)"
                : "Service at " + baseUrl + " (" + API_KEY + " is set: each picture costs credits)";
    }

    /** What the component must know, as Camel Main's properties. */
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
