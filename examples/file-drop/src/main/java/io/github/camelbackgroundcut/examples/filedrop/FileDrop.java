// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/**
 * The route of {@code camel/file-drop.camel.yaml}, running on its folders.
 *
 * <p>As a program it runs until the process is asked to end; {@code application.properties} names its settings.
 */
public final class FileDrop implements AutoCloseable {

    private final Main main = new Main();

    /**
     * @param service who cuts the pictures out; it is closed when the route has stopped
     * @param settings properties that go before all others, such as {@code filedrop.settled}
     * @param listener told of each picture that is done or has failed, by several threads
     */
    public FileDrop(BackgroundCutService service, Map<String, String> settings, Consumer<PictureResult> listener) {
        settings.forEach(main::addOverrideProperty);
        service.properties().forEach(main::addOverrideProperty);
        main.bind("pictureEvents", new PictureEvents(listener));
        main.addMainListener(new FolderSetup());
        main.addMainListener(new ServiceShutdown(service));
    }

    public static void main(String[] arguments) {
        try (BackgroundCutService service = BackgroundCutService.choose(System.getenv());
                FileDrop fileDrop = new FileDrop(service, Map.of(), new PictureLines(System.out))) {
            System.out.println(service.description());
            fileDrop.run();
        } catch (Exception | LinkageError e) {
            System.err.println("The file drop stops: " + StartFailure.reason(e));
            // Threads that a half-done start has left behind must not keep the process alive.
            System.exit(1);
        }
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

    /** Finishes what is being worked on, then stops. */
    @Override
    public void close() {
        main.stop();
    }
}
