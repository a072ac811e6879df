// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.embeddeds3;

import com.adobe.testing.s3mock.S3MockApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 server in this process: S3Mock. It checks no credentials, and therefore listens to this machine only. */
public final class EmbeddedS3 implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /** Kept, since the log manager forgets levels of loggers that nobody holds. */
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    private static final String ANY = "embedded";

    private final ServletWebServerApplicationContext server;
    private final Map<String, String> buckets;

    private EmbeddedS3(ServletWebServerApplicationContext server, Map<String, String> buckets) {
        this.server = server;
        this.buckets = buckets;
    }

    /**
     * @param folder where it keeps its buckets, also beyond its end
     * @param port 0 for any free one
     * @param buckets the ones that it makes, each under the setting that tells the application its name
     */
    public static EmbeddedS3 start(Path folder, int port, Map<String, String> buckets) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder of the S3 server: " + e, e);
        }
        // A warning of each stop: threads that the JVM ends with the process.
        TOMCAT_LOG.setLevel(Level.SEVERE);
        // Our log is ours: Spring Boot would set it up anew.
        System.getProperties().putIfAbsent("org.springframework.boot.logging.LoggingSystem", "none");
        SpringApplicationBuilder server = new SpringApplicationBuilder(S3MockApplication.class, LoopbackOnly.class)
                .properties(springProperties(folder, port, String.join(",", buckets.values())))
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false);
        return new EmbeddedS3((ServletWebServerApplicationContext) server.run(), buckets);
    }

    private static Map<String, Object> springProperties(Path folder, int port, String buckets) {
        return Map.of(
                // S3Mock's own application.properties is hidden by the application's.
                "spring.config.name",
                "none",
                // A database of the application is none of its business.
                "spring.autoconfigure.exclude",
                DataSourceAutoConfiguration.class.getName(),
                "com.adobe.testing.s3mock.region",
                "us-east-1",
                S3MockApplication.PROP_ROOT_DIRECTORY,
                folder.toAbsolutePath().toString(),
                "com.adobe.testing.s3mock.store.retain-files-on-exit",
                "true",
                S3MockApplication.PROP_INITIAL_BUCKETS,
                buckets,
                "server.address",
                LOOPBACK,
                "server.port",
                port,
                // A second one that S3Mock insists on. It knows fewer keys than the first.
                S3MockApplication.PROP_HTTP_PORT,
                S3MockApplication.RANDOM_PORT);
    }

    /** Its address, as options of Camel's component, and its buckets. */
    public Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(buckets);
        properties.putAll(Map.of(
                "camel.component.aws2-s3.override-endpoint",
                "true",
                "camel.component.aws2-s3.uri-endpoint-override",
                address().toString(),
                "camel.component.aws2-s3.force-path-style",
                "true",
                "camel.component.aws2-s3.use-default-credentials-provider",
                "false",
                "camel.component.aws2-s3.access-key",
                ANY,
                "camel.component.aws2-s3.secret-key",
                ANY,
                "camel.component.aws2-s3.region",
                Region.US_EAST_1.id()));
        return properties;
    }

    /** A client for others than Camel. */
    public S3Client client() {
        return client(address());
    }

    /** A client of a server that another process may have started. */
    public static S3Client client(URI address) {
        return S3Client.builder()
                .endpointOverride(address)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ANY, ANY)))
                .build();
    }

    public URI address() {
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
