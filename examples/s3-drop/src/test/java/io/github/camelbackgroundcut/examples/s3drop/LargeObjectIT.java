// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.ServiceOrEmulator;
import io.github.camelbackgroundcut.examples.s3drop.load.LargePictureService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** A picture, and cutouts, that are larger than the heap of the s3 drop. */
class LargeObjectIT {

    private static final String HEAP = "-Xmx48m";

    @TempDir
    private Path home;

    @Test
    void streamsBothWays() throws Exception {
        long length = Long.getLong("large.bytes", 64_000_000L);
        try (TestBuckets buckets = new TestBuckets();
                LargePictureService service = LargePictureService.start(length)) {
            buckets.renew();
            buckets.client.putObject(
                    request -> request.bucket(buckets.source()).key("inbox/large.jpg"),
                    RequestBody.fromInputStream(LargePictureService.picture(length), length));
            Map<String, String> environment = new HashMap<>(buckets.environment());
            environment.put(ServiceOrEmulator.BASE_URL, service.address());
            List<String> options = new ArrayList<>(List.of(HEAP, "-XX:+ExitOnOutOfMemoryError"));
            buckets.settings(home).forEach((name, value) -> options.add("-D" + name + "=" + value));

            try (S3DropProcess process = new S3DropProcess(home, environment, options, S3Drop.class)) {
                await().pollInterval(300, MILLISECONDS)
                        .atMost(240, SECONDS)
                        .until(() -> !process.isAlive()
                                || buckets.keys(buckets.source(), "inbox/").isEmpty());
                assertThat(process.isAlive()).as(process.output()).isTrue();
                // Until then files of bodies that nobody reads any more may wait for the garbage collector.
                process.interrupt();
                process.awaitEnd();
                assertThat(spooled()).isEmpty();
            }

            assertThat(service.received()).isGreaterThan(length);
            assertThat(buckets.keys(buckets.source())).containsExactly("done/large.jpg");
            for (String key : buckets.keys(buckets.target())) {
                assertThat(buckets.head(buckets.target(), key).contentLength()).isEqualTo(length);
            }
            assertThat(buckets.keys(buckets.target())).hasSize(3);
        }
    }

    /** What lies on the disk for as long as a picture is worked on; SQLite's library lies beside it. */
    private List<Path> spooled() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("spool"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().contains("sqlite"))
                    .filter(file -> !file.getFileName().toString().endsWith(".lock"))
                    .toList();
        }
    }
}
