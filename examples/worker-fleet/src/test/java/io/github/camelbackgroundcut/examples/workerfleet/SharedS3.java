// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import io.github.camelbackgroundcut.examples.embeddeds3.EmbeddedS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;
import software.amazon.awssdk.services.s3.S3Client;

/** One S3 server for all tests of this JVM, which ends with it. Each test class has buckets of its own. */
final class SharedS3 {

    private static final AtomicInteger BUCKETS = new AtomicInteger();
    private static final EmbeddedS3 SERVER = start();
    private static final S3Client CLIENT = SERVER.client();

    private SharedS3() {}

    private static EmbeddedS3 start() {
        try {
            Path folder = Files.createTempDirectory("fleet");
            // SQLite unpacks its native library once: not into the folder of a test, which ends before another one.
            System.setProperty("org.sqlite.tmpdir", folder.toString());
            EmbeddedS3 server = EmbeddedS3.start(folder.resolve("s3"), 0, Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedS3 server, Path folder) {
        server.close();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    static S3Client client() {
        return CLIENT;
    }

    /** Its address, as settings of the fleet. */
    static Map<String, String> properties() {
        return SERVER.properties();
    }

    /** @return the name of a new bucket */
    static String bucket(String kind) {
        String name = kind + "-" + BUCKETS.incrementAndGet();
        CLIENT.createBucket(request -> request.bucket(name));
        return name;
    }
}
