// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop;

import io.github.camelbackgroundcut.drop.Spool;
import io.github.camelbackgroundcut.emulator.ServiceOrEmulator;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.spi.OnCamelContextStopped;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * The route of {@code camel/file-drop.camel.yaml}, with the emulator where there is no API key.
 *
 * <p>As a program it runs until the process is asked to end; {@code application.properties} names its settings.
 */
public final class FileDrop implements AutoCloseable {

    private final Main main = new Main();

    /**
     * @param service processes the pictures; it is closed when the route has stopped
     * @param settings properties that go before all others, such as {@code filedrop.inbox}
     * @param listener told of each picture that is done or has failed, by several threads
     */
    public FileDrop(ServiceOrEmulator service, Map<String, String> settings, Consumer<PictureResult> listener) {
        settings.forEach(main::addOverrideProperty);
        service.properties().forEach(main::addOverrideProperty);
        main.bind("pictureEvents", new PictureEvents(listener));
        // Not a listener's afterStop: when the process is asked to end, it may be gone before that.
        main.bind("closing", LifecycleStrategySupport.adapt((OnCamelContextStopped) stopped -> service.close()));
    }

    public static void main(String[] arguments) {
        try (Spool spool = Spool.take(Path.of(System.getProperty("filedrop.spool", "spool")));
                ServiceOrEmulator service = ServiceOrEmulator.choose(System.getenv());
                FileDrop fileDrop = new FileDrop(service, spooling(spool), new PictureLines(System.out))) {
            System.out.println(service.description());
            fileDrop.run();
        } catch (Exception | LinkageError e) {
            System.err.println("The file drop stops: " + e.getMessage());
            // Threads that a half-done start has left behind must not keep the process alive.
            System.exit(1);
        }
    }

    /** Large results are there for as long as their pictures are processed; what a killed process leaves is removed. */
    private static Map<String, String> spooling(Spool spool) {
        return Map.of(
                "camel.main.stream-caching-spool-enabled",
                "true",
                "camel.main.stream-caching-spool-directory",
                spool.folder().toString());
    }

    /** Starts the route and returns; {@link #close()} ends it. */
    public void start() {
        // No hook into the end of the process: it would wait for somebody in run().
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.start();
    }

    /** Starts the route and returns when the process is asked to end. */
    private void run() throws Exception {
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport started) {
                String inbox = started.getCamelContext().resolvePropertyPlaceholders("{{filedrop.inbox}}");
                System.out.println("Drop pictures into " + inbox + " (Ctrl-C ends)");
            }
        });
        main.run();
    }

    /** Finishes what is in progress, then stops. */
    @Override
    public void close() {
        main.stop();
    }
}
