// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop.demo;

import io.github.camelbackgroundcut.emulator.ServiceOrEmulator;
import io.github.camelbackgroundcut.examples.embeddeds3.EmbeddedS3;
import io.github.camelbackgroundcut.examples.s3drop.S3Drop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Puts sample pictures into the inbox of an S3 server of its own, and fetches what becomes of them. */
public final class Demo {

    /** For all pictures together. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Path samples;
    private final Path home;

    private Demo(Path samples, Path home) {
        this.samples = samples;
        this.home = home;
    }

    /** @param arguments the folder of the sample pictures, and the one for all that a run makes */
    public static void main(String[] arguments) {
        int status;
        try {
            Path samples = Path.of(arguments[0]).toAbsolutePath().normalize();
            Path home = Path.of(arguments[1]).toAbsolutePath().normalize();
            status = new Demo(samples, home).run() ? 0 : 1;
        } catch (Exception | LinkageError e) {
            System.err.println("The demo stops: " + e.getMessage());
            status = 1;
        }
        // Threads that a half-done start has left behind must not keep the process alive.
        System.exit(status);
    }

    private boolean run() throws IOException, InterruptedException {
        for (String made : List.of("s3", "spool", "claims.db", "cutouts", "failed")) {
            delete(home.resolve(made));
        }
        Files.createDirectories(home);
        try (EmbeddedS3 server = EmbeddedS3.start(home.resolve("s3"), 0, S3Drop.BUCKETS);
                S3Client client = server.client();
                ServiceOrEmulator service = ServiceOrEmulator.choose(System.getenv());
                S3Drop s3Drop = new S3Drop(service, settings(server))) {
            System.out.println(service.description());
            System.out.println(fill(client) + " pictures in s3://pictures/inbox/");
            s3Drop.start();
            awaitEmptyInbox(client);
            fetch(client, "cutouts", "", home.resolve("cutouts"));
            int failures = fetch(client, "pictures", "failed/", home);
            System.out.println("All cutouts: " + home.resolve("cutouts").toUri());
            return failures == 0;
        }
    }

    private Map<String, String> settings(EmbeddedS3 server) {
        Map<String, String> settings = new HashMap<>(server.properties());
        // Whatever the environment says: the demo touches no bucket of anybody.
        settings.put("camel.component.properties.environment-variable-mode", "0");
        settings.put("s3drop.spool", home.resolve("spool").toString());
        settings.put(
                "s3drop.database-url",
                "jdbc:sqlite:" + home.resolve("claims.db") + "?busy_timeout=10000&transaction_mode=IMMEDIATE");
        settings.put("s3drop.delay", "500");
        settings.put("s3drop.parallel", "2");
        return settings;
    }

    private int fill(S3Client client) throws IOException {
        List<Path> pictures;
        try (Stream<Path> files = Files.list(samples)) {
            pictures = files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
        }
        if (pictures.isEmpty()) {
            throw new IOException("No sample pictures in " + samples);
        }
        for (Path picture : pictures) {
            String key = "inbox/" + picture.getFileName();
            client.putObject(request -> request.bucket("pictures").key(key).contentType("image/jpeg"), picture);
        }
        return pictures.size();
    }

    private static void awaitEmptyInbox(S3Client client) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (client.listObjectsV2(request -> request.bucket("pictures").prefix("inbox/"))
                .hasContents()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("After " + LONGEST.toMinutes()
                        + " minutes there are still pictures in the inbox. The log file may say why.");
            }
            Thread.sleep(200);
        }
    }

    /** Fetches objects into files named by their keys, and prints a line for each. */
    private static int fetch(S3Client client, String bucket, String prefix, Path folder) throws IOException {
        List<S3Object> objects = client.listObjectsV2(
                        request -> request.bucket(bucket).prefix(prefix))
                .contents();
        for (S3Object object : objects) {
            Path file = folder.resolve(object.key());
            Files.createDirectories(file.getParent());
            GetObjectResponse answer =
                    client.getObject(request -> request.bucket(bucket).key(object.key()), file);
            System.out.printf(
                    Locale.ROOT,
                    "  s3://%s/%-24s %-12s %5d kB%n",
                    bucket,
                    object.key(),
                    answer.contentType(),
                    (answer.contentLength() + 500) / 1000);
        }
        return objects.size();
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
