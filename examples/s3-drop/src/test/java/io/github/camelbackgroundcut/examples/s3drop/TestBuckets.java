// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.ServiceOrEmulator;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import io.github.camelbackgroundcut.emulator.plan.Plan;
import io.github.camelbackgroundcut.examples.embeddeds3.EmbeddedS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Two empty buckets for each test, on one S3 server, and an emulator that is told what to do wrong. */
public final class TestBuckets implements AutoCloseable {

    public final BackgroundCutEmulator emulator;
    public final S3Client client;
    private final Path home;
    private final EmbeddedS3 server;
    private int number;

    public TestBuckets() throws IOException {
        home = Files.createTempDirectory("s3-drop-test");
        server = EmbeddedS3.start(home, 0, Map.of());
        emulator = BackgroundCutEmulator.start(EmulatorConfiguration.builder()
                .engine(new BorderThresholdEngine())
                .build());
        client = server.client();
    }

    /** For the next test: no faults, other buckets. */
    public void renew() {
        emulator.setFaults("all.latency=0:1ms");
        emulator.setPlan(Plan.unlimited());
        number++;
        client.createBucket(request -> request.bucket(source()));
        client.createBucket(request -> request.bucket(target()));
    }

    public String source() {
        return "pictures-" + number;
    }

    public String target() {
        return "cutouts-" + number;
    }

    /** How Camel finds the server. */
    public Map<String, String> clientProperties() {
        return server.properties();
    }

    /** Of an s3 drop that works on the two, in a hurry. */
    public Map<String, String> settings(Path folder) {
        Map<String, String> settings = new HashMap<>(clientProperties());
        settings.put("s3drop.source-bucket", source());
        settings.put("s3drop.target-bucket", target());
        settings.put("s3drop.delay", "100");
        settings.put("s3drop.retry-delay", "100");
        settings.put("s3drop.spool", folder.resolve("spool").toString());
        settings.put("s3drop.database-url", TestClaims.url(folder));
        return settings;
    }

    /** What AWS' client and the component find their credentials in. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test",
                "AWS_REGION",
                "us-east-1",
                ServiceOrEmulator.API_KEY,
                emulator.apiKey(),
                ServiceOrEmulator.BASE_URL,
                emulator.baseUrl());
    }

    public ServiceOrEmulator service() {
        return ServiceOrEmulator.choose(environment());
    }

    public void put(String key, byte[] content) {
        client.putObject(
                request -> request.bucket(source()).key(key).contentType("image/jpeg"), RequestBody.fromBytes(content));
    }

    public byte[] get(String bucket, String key) {
        return client.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                .asByteArray();
    }

    public HeadObjectResponse head(String bucket, String key) {
        return client.headObject(request -> request.bucket(bucket).key(key));
    }

    public Set<String> keys(String bucket) {
        Set<String> keys = new TreeSet<>();
        client.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .forEach(keys::add);
        return keys;
    }

    public List<String> keys(String bucket, String prefix) {
        return client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Override
    public void close() throws IOException {
        client.close();
        emulator.close();
        server.close();
        try (Stream<Path> tree = Files.walk(home)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
