// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import io.github.camelbackgroundcut.drop.Spool;
import io.github.camelbackgroundcut.emulator.ServiceOrEmulator;
import io.github.camelbackgroundcut.examples.embeddeds3.EmbeddedS3;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.spi.OnCamelContextStopped;
import org.apache.camel.support.LifecycleStrategySupport;
import org.slf4j.LoggerFactory;

/**
 * The route of {@code camel/s3-drop.camel.yaml}, with the emulator where there is no API key.
 *
 * <p>As a program it runs until the process is asked to end; {@code application.properties} names its settings. Where no bucket is
 * named, it starts an S3 server.
 */
public final class S3Drop implements AutoCloseable {

    /** Of the S3 server that is started where none is named. */
    public static final Map<String, String> BUCKETS =
            Map.of("s3drop.source-bucket", "pictures", "s3drop.target-bucket", "cutouts");

    private static final String SPOOL = "s3drop.spool";

    private final Main main = new Main();

    /**
     * @param service processes the pictures; it is closed when the route has stopped
     * @param settings properties that go before all others, such as {@code s3drop.source-bucket}
     */
    public S3Drop(ServiceOrEmulator service, Map<String, String> settings) {
        String parent = settings.getOrDefault(SPOOL, System.getProperty(SPOOL, "work/spool"));
        Spool spool = Spool.take(Path.of(parent));
        // SQLite unpacks its native library.
        System.getProperties().putIfAbsent("org.sqlite.tmpdir", spool.folder().toString());
        main.addOverrideProperty("camel.main.stream-caching-spool-enabled", "true");
        main.addOverrideProperty(
                "camel.main.stream-caching-spool-directory", spool.folder().toString());
        settings.forEach(main::addOverrideProperty);
        service.properties().forEach(main::addOverrideProperty);
        // Not a listener's afterStop: when the process is asked to end, it may be gone before that.
        main.bind("closing", LifecycleStrategySupport.adapt((OnCamelContextStopped) stopped -> {
            service.close();
            spool.close();
        }));
    }

    public static void main(String[] arguments) {
        boolean named =
                System.getProperty("s3drop.source-bucket") != null || System.getenv("S3DROP_SOURCE_BUCKET") != null;
        try (ServiceOrEmulator service = ServiceOrEmulator.choose(System.getenv())) {
            Optional<EmbeddedS3> server = named ? Optional.empty() : Optional.of(embeddedServer());
            try (S3Drop s3Drop =
                    new S3Drop(service, server.map(EmbeddedS3::properties).orElse(Map.of()))) {
                System.out.println(service.description());
                s3Drop.run(server);
            } finally {
                server.ifPresent(EmbeddedS3::close);
            }
        } catch (Exception | LinkageError e) {
            LoggerFactory.getLogger(S3Drop.class).error("The s3 drop stops", e);
            System.err.println("The s3 drop stops: " + e.getMessage());
            // Threads that a half-done start has left behind must not keep the process alive.
            System.exit(1);
        }
    }

    private static EmbeddedS3 embeddedServer() {
        return EmbeddedS3.start(
                Path.of(System.getProperty("s3drop.server.folder", "work/s3")),
                Integer.getInteger("s3drop.server.port", 9090),
                BUCKETS);
    }

    /** Adds to Camel's registry before the start. */
    void bind(String name, Object bean) {
        main.bind(name, bean);
    }

    /** Starts the route and returns; {@link #close()} ends it. */
    public void start() {
        // No hook into the end of the process: it would wait for somebody in run().
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.start();
    }

    /** Starts the route and returns when the process is asked to end. */
    private void run(Optional<EmbeddedS3> server) throws Exception {
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport started) {
                String inbox = started.getCamelContext()
                        .resolvePropertyPlaceholders("{{s3drop.source-bucket}}/{{s3drop.inbox}}");
                String command = server.map(
                                embedded -> "curl -T mug.jpg " + embedded.address() + "/" + inbox + "mug.jpg")
                        .orElse("aws s3 cp mug.jpg s3://" + inbox);
                System.out.println("Put pictures into the inbox (Ctrl-C ends), such as: " + command);
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
