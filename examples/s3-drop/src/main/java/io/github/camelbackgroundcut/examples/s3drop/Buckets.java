// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The two buckets: those that the settings name, else two of an S3 server that lives as long as this object. The routes are the
 * same for both.
 */
public final class Buckets implements AutoCloseable {

    /** More than pictures at a time, so that none waits for a connection. */
    private static final int MAX_CONNECTIONS = 100;

    private final Settings settings;
    private final S3Client client;
    private final Optional<EmbeddedS3> server;

    private Buckets(Settings settings, S3Client client, Optional<EmbeddedS3> server) {
        this.settings = settings;
        this.client = client;
        this.server = server;
    }

    /** @throws IllegalArgumentException if a bucket does not exist */
    public static Buckets open(Settings settings) {
        if (settings.value(Settings.SOURCE_BUCKET).isEmpty()) {
            return embedded(settings);
        }
        S3ClientBuilder builder = S3Client.builder().httpClientBuilder(httpClient());
        settings.value("endpoint")
                .ifPresent(
                        address -> builder.endpointOverride(URI.create(address)).forcePathStyle(true));
        S3Client client = builder.build();
        Buckets buckets = new Buckets(settings, client, Optional.empty());
        try {
            buckets.requireBucket(buckets.source());
            buckets.requireBucket(buckets.target());
        } catch (RuntimeException e) {
            buckets.close();
            throw e;
        }
        return buckets;
    }

    private static Buckets embedded(Settings settings) {
        Settings named = settings.with(Map.of(Settings.SOURCE_BUCKET, "pictures", Settings.TARGET_BUCKET, "cutouts"));
        EmbeddedS3 server = EmbeddedS3.start(
                Path.of(settings.required("server.folder")),
                Integer.parseInt(settings.required("server.port")),
                named.required(Settings.SOURCE_BUCKET),
                named.required(Settings.TARGET_BUCKET));
        S3Client client = S3Client.builder()
                .httpClientBuilder(httpClient())
                .endpointOverride(server.address())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("embedded", "embedded")))
                .build();
        return new Buckets(named, client, Optional.of(server));
    }

    private static ApacheHttpClient.Builder httpClient() {
        return ApacheHttpClient.builder().maxConnections(MAX_CONNECTIONS);
    }

    private void requireBucket(String bucket) {
        try {
            client.headBucket(request -> request.bucket(bucket));
        } catch (NoSuchBucketException e) {
            throw new IllegalArgumentException("There is no bucket " + bucket + ".", e);
        } catch (S3Exception e) {
            // The answer to a HEAD request says no more than its status.
            throw new IllegalArgumentException(
                    "The bucket " + bucket + " can't be used with these credentials and in this region: status "
                            + e.statusCode() + ".",
                    e);
        }
    }

    public S3Client client() {
        return client;
    }

    public String source() {
        return settings.required(Settings.SOURCE_BUCKET);
    }

    public String target() {
        return settings.required(Settings.TARGET_BUCKET);
    }

    /** The settings, with the names of the buckets. */
    Settings settings() {
        return settings;
    }

    /** One line for people; it holds no secret. */
    public String description() {
        String names = "s3://" + source() + "/" + settings.required("inbox") + " -> s3://" + target() + "/";
        return server.map(started -> names + " of an S3 server at " + started.address()
                        + " (set s3drop.source-bucket and s3drop.target-bucket to use your own)")
                .orElse(names);
    }

    /** How to put a picture into the inbox. */
    public String hint() {
        return server.map(started -> "curl -T mug.jpg " + started.address() + "/" + source() + "/"
                        + settings.required("inbox") + "mug.jpg")
                .orElseGet(() -> "aws s3 cp mug.jpg s3://" + source() + "/" + settings.required("inbox"));
    }

    /** Ends the server, if there is one. Does nothing the second time. */
    @Override
    public void close() {
        client.close();
        server.ifPresent(EmbeddedS3::close);
    }
}
