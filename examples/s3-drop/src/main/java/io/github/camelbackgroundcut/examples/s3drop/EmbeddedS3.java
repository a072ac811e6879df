// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import com.adobe.testing.s3mock.S3MockApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An S3 server in this process: S3Mock. It checks no credentials, and therefore listens to this machine only. */
final class EmbeddedS3 implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /** Kept, since the log manager forgets levels of loggers that nobody holds. */
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    private final ServletWebServerApplicationContext server;

    private EmbeddedS3(ServletWebServerApplicationContext server) {
        this.server = server;
    }

    /**
     * @param folder where it keeps its buckets, also beyond its end
     * @param port 0 for any free one
     * @param buckets those that there shall be
     */
    static EmbeddedS3 start(Path folder, int port, String... buckets) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder of the S3 server: " + e, e);
        }
        // A warning of each stop: threads that the JVM ends with the process.
        TOMCAT_LOG.setLevel(Level.SEVERE);
        // Our log is ours: Spring Boot would set it up anew.
        System.getProperties().putIfAbsent("org.springframework.boot.logging.LoggingSystem", "none");
        return new EmbeddedS3((ServletWebServerApplicationContext)
                new SpringApplicationBuilder(S3MockApplication.class, LoopbackOnly.class)
                        .properties(properties(folder, port, buckets))
                        .bannerMode(Banner.Mode.OFF)
                        .registerShutdownHook(false)
                        .run());
    }

    private static Map<String, Object> properties(Path folder, int port, String... buckets) {
        return Map.of(
                // S3Mock's own application.properties is hidden by ours.
                "spring.config.name",
                "none",
                // The database of the claims is none of its business.
                "spring.autoconfigure.exclude",
                DataSourceAutoConfiguration.class.getName(),
                "com.adobe.testing.s3mock.region",
                "us-east-1",
                S3MockApplication.PROP_ROOT_DIRECTORY,
                folder.toAbsolutePath().toString(),
                "com.adobe.testing.s3mock.store.retain-files-on-exit",
                "true",
                S3MockApplication.PROP_INITIAL_BUCKETS,
                String.join(",", buckets),
                "server.address",
                LOOPBACK,
                "server.port",
                port,
                // A second one that S3Mock insists on. It knows fewer keys than the first.
                S3MockApplication.PROP_HTTP_PORT,
                S3MockApplication.RANDOM_PORT);
    }

    URI address() {
        return URI.create("http://" + LOOPBACK + ":" + server.getWebServer().getPort());
    }

    @Override
    public void close() {
        server.close();
    }

    /** The address of {@code server.address} is that of the first port only. */
    @Configuration(proxyBeanMethods = false)
    static class LoopbackOnly {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> loopback() {
            return factory -> factory.getAdditionalTomcatConnectors()
                    .forEach(connector -> connector.setProperty("address", LOOPBACK));
        }
    }
}
