// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.LoggerFactory;

/**
 * The routes of {@code camel/s3-drop.camel.yaml}, running on two buckets.
 *
 * <p>As a program it runs until the process is asked to end; {@code application.properties} names its settings.
 */
public final class S3Drop implements AutoCloseable {

    /** Neither environment variables nor system properties: {@link Settings} has looked there already. */
    private static final String NOWHERE_ELSE = "0";

    private final Main main = new Main();

    /**
     * @param service who cuts the pictures out
     * @param buckets where they come from and go to; both are closed when the routes have stopped
     */
    public S3Drop(BackgroundCutService service, Buckets buckets) {
        Spool spool = Spool.take(Path.of(buckets.settings().required("spool")));
        buckets.settings().properties().forEach(main::addOverrideProperty);
        main.addInitialProperty("camel.component.properties.environment-variable-mode", NOWHERE_ELSE);
        main.addInitialProperty("camel.component.properties.system-properties-mode", NOWHERE_ELSE);
        service.properties().forEach(main::addOverrideProperty);
        main.addOverrideProperty(
                "camel.main.stream-caching-spool-directory", spool.folder().toString());
        // SQLite unpacks its native library.
        System.getProperties().putIfAbsent("org.sqlite.tmpdir", spool.folder().toString());
        main.bind("s3", buckets.client());
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport configured) {
                closeAfterRoutes(configured.getCamelContext(), service, buckets, spool);
            }
        });
    }

    public static void main(String[] arguments) {
        try (BackgroundCutService service = BackgroundCutService.choose(System.getenv());
                Buckets buckets = Buckets.open(Settings.load(Map.of(), System.getenv()));
                S3Drop s3Drop = new S3Drop(service, buckets)) {
            System.out.println(service.description());
            System.out.println(buckets.description());
            s3Drop.run(buckets);
        } catch (Exception | LinkageError e) {
            LoggerFactory.getLogger(S3Drop.class).error("The s3 drop stops", e);
            System.err.println("The s3 drop stops: " + StartFailure.reason(e));
            // Threads that a half-done start has left behind must not keep the process alive.
            System.exit(1);
        }
    }

    /** Adds to Camel's registry before the start. */
    void bind(String name, Object bean) {
        main.bind(name, bean);
    }

    /** Starts the routes and returns; {@link #close()} ends them. */
    public void start() {
        // No hook into the end of the process: it would wait for somebody in run().
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.start();
    }

    /** Starts the routes and returns when the process is asked to end. */
    private void run(Buckets buckets) throws Exception {
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport started) {
                System.out.println("Put pictures into the inbox (Ctrl-C ends), such as: " + buckets.hint());
            }
        });
        main.run();
    }

    /** Finishes what is being worked on, then stops. */
    @Override
    public void close() {
        main.stop();
    }

    /** Camel stops its services after its routes. */
    private static void closeAfterRoutes(CamelContext context, AutoCloseable... resources) {
        try {
            context.addService(new ServiceSupport() {
                @Override
                protected void doStop() throws Exception {
                    for (AutoCloseable resource : resources) {
                        resource.close();
                    }
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException("Camel does not take what it has to close", e);
        }
    }
}
