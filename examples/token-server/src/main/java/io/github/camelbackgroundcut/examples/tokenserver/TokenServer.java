// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import io.github.camelbackgroundcut.emulator.ServiceOrEmulator;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.spi.OnCamelContextStopped;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * The routes of {@code camel/token-server.camel.yaml}: they mint tokens, and serve the page that uses them.
 *
 * <p>As a program it runs until the process ends; {@code application.properties} names its settings.
 */
public final class TokenServer implements AutoCloseable {

    private static final String EMULATOR_PORT = "TOKENSERVER_EMULATOR_PORT";

    private final Main main = new Main();

    /**
     * @param service  mints the tokens; it is closed when the routes have stopped
     * @param settings properties that go before all others, such as {@code tokenserver.expires-in}
     */
    public TokenServer(ServiceOrEmulator service, Map<String, String> settings) {
        // An address of the API for browsers, if it differs from the one that this server calls.
        main.addInitialProperty("tokenserver.api-base", service.baseUrl());
        settings.forEach(main::addOverrideProperty);
        service.properties().forEach(main::addOverrideProperty);
        main.addMainListener(new FreePort());
        // Not a listener's afterStop: when the process is asked to end, it may be gone before that.
        main.bind("closing", LifecycleStrategySupport.adapt((OnCamelContextStopped) stopped -> service.close()));
    }

    public static void main(String[] arguments) {
        try (ServiceOrEmulator service = service(System.getenv());
                TokenServer server = new TokenServer(service, Map.of())) {
            System.out.println(service.description());
            server.run();
        } catch (Exception | LinkageError e) {
            System.err.println("The token server stops: " + e.getMessage());
            // Threads that a half-done start has left behind must not keep the process alive.
            System.exit(1);
        }
    }

    /** Browsers call the emulator, too, so its address stays the same, unless the environment has another port, or 0 for any. */
    static ServiceOrEmulator service(Map<String, String> environment) {
        String port = environment.getOrDefault(EMULATOR_PORT, "8089").strip();
        try {
            return ServiceOrEmulator.choose(environment, Integer.parseInt(port));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(EMULATOR_PORT + " is no port: " + port, e);
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException(
                    e.getMessage() + ". Set " + EMULATOR_PORT + " to another port, or to 0 for a free one.",
                    e.getCause());
        }
    }

    /** Starts and returns; {@link #close()} ends it. */
    public void start() {
        // No hook into the end of the process: it would wait for somebody in run().
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.start();
    }

    /** Where it listens: if {@code tokenserver.port} is 0, a port that was free. */
    int port() {
        return main.getCamelContext().hasService(VertxPlatformHttpServer.class).getPort();
    }

    private void run() throws Exception {
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport started) {
                String host = started.getCamelContext().resolvePropertyPlaceholders("{{tokenserver.host}}");
                System.out.println("Open http://" + host + ":" + port() + "/ (Ctrl-C ends)");
            }
        });
        main.run();
    }

    /** Answers the calls that are being answered, then stops. */
    @Override
    public void close() {
        main.stop();
    }
}
