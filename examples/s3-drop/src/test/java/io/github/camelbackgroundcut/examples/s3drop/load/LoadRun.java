// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.examples.s3drop.S3Drop;
import io.github.camelbackgroundcut.examples.s3drop.S3DropProcess;
import io.github.camelbackgroundcut.examples.s3drop.TestBuckets;
import io.github.camelbackgroundcut.examples.s3drop.TestPictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one bucket with more than a page of pictures, killed again and again, by {@code ./mvnw verify -Ps3-load}. */
class LoadRun {

    private static final int PICTURES = Integer.getInteger("load.pictures", 1_100);
    private static final int KILLS = Integer.getInteger("load.kills", 3);
    private static final long SEED = Long.getLong("load.seed", new Random().nextInt(1_000_000));
    private static final Duration LIMIT = Duration.ofMinutes(15);

    /** Each strikes some of 100 calls that it fits. */
    private static final String FAULTS =
            "all.503=0.02, all.reset-after=0.02, all.truncated=0.02, all.lost=0.02," + " process.latency=0.5:1ms-50ms";

    /** One in a hundred is no picture. */
    private static final int BROKEN = 100;

    /** A key in each of these for all others. */
    private static final List<String> FOLDERS =
            List.of("", "shoes/", "two words/", "a+b/", "Größe/", "100%/", "a%2Fb/", "写真/👍/", "x?y=1&z#/", ".hidden/");

    @TempDir
    private Path home;

    @Test
    void losesNothingAndPaysOnce() throws Exception {
        Random random = new Random(SEED);
        long start = System.nanoTime();
        try (TestBuckets buckets = new TestBuckets()) {
            buckets.renew();
            buckets.emulator.setFaults("seed=" + SEED + ", " + FAULTS);
            IntStream.range(0, PICTURES).parallel().forEach(i -> buckets.put("inbox/" + path(i), content(i)));
            int kills = 0;
            try (S3DropProcess one = process(buckets, "one")) {
                S3DropProcess other = process(buckets, "other");
                try {
                    int left = PICTURES;
                    int next = left - step(random);
                    while (left > 0) {
                        Thread.sleep(500);
                        assertThat(System.nanoTime() - start).as("too slow").isLessThan(LIMIT.toNanos());
                        assertThat(one.isAlive()).as(one.output()).isTrue();
                        assertThat(other.isAlive()).as(other.output()).isTrue();
                        left = buckets.keys(buckets.source(), "inbox/").size();
                        if (kills < KILLS && left < next) {
                            other.kill();
                            other = process(buckets, "other");
                            kills++;
                            next = left - step(random);
                        }
                    }
                    other.interrupt();
                    other.awaitEnd();
                    one.interrupt();
                    one.awaitEnd();
                } finally {
                    other.close();
                }
            }
            assertThat(kills).isEqualTo(KILLS);
            inspect(buckets);
            report(buckets, kills, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static int step(Random random) {
        int share = PICTURES / (KILLS + 1);
        return share / 2 + random.nextInt(share / 2);
    }

    private void inspect(TestBuckets buckets) throws IOException {
        Set<String> source = new TreeSet<>();
        Set<String> target = new TreeSet<>();
        for (int i = 0; i < PICTURES; i++) {
            String path = path(i);
            if (i % BROKEN == 0) {
                source.addAll(List.of("failed/" + path, "failed/" + path + ".reason.txt"));
            } else {
                source.add("done/" + path);
                target.addAll(List.of(path + "/full.png", path + "/thumb.webp", path + "/white.jpg"));
            }
        }
        assertThat(surplus(buckets, source)).isEmpty();
        assertThat(buckets.keys(buckets.source())).isEqualTo(source);
        assertThat(buckets.keys(buckets.target())).isEqualTo(target);
        for (String key : target) {
            byte[] cutout = buckets.get(buckets.target(), key);
            switch (key.substring(key.lastIndexOf('.') + 1)) {
                case "png" -> assertThat(cutout).endsWith('I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82);
                case "jpg" -> assertThat(cutout).endsWith(0xff, 0xd9);
                default -> assertThat(cutout).hasSize(8 + riffLength(cutout));
            }
        }
        assertThat(buckets.emulator.charges())
                .hasSize(target.size())
                .allSatisfy((path, count) -> assertThat(count).isEqualTo(1));
        try (Stream<Path> spool = Files.walk(home.resolve("spool"))) {
            assertThat(spool.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .filter(name -> !name.endsWith(".lock") && !name.contains("sqlite")))
                    .isEmpty();
        }
    }

    /** What should not be there, with its content where that is a text. */
    private static Map<String, String> surplus(TestBuckets buckets, Set<String> expected) {
        return buckets.keys(buckets.source()).stream()
                .filter(key -> !expected.contains(key))
                .collect(Collectors.toMap(
                        key -> key,
                        key -> key.endsWith(".txt")
                                ? new String(buckets.get(buckets.source(), key), StandardCharsets.UTF_8)
                                : ""));
    }

    private static int riffLength(byte[] webp) {
        return (webp[4] & 0xff) | (webp[5] & 0xff) << 8 | (webp[6] & 0xff) << 16 | (webp[7] & 0xff) << 24;
    }

    private static void report(TestBuckets buckets, int kills, Duration time) {
        int faults = buckets.emulator.struckFaults().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%nLoad run: seed %d (again with -Dload.seed=%d)%n  %d pictures, two instances, %d kills, %d faults, %d s%n"
                        + "  none lost, none charged twice, all cutouts whole, nothing left in the spool%n",
                SEED,
                SEED,
                PICTURES,
                kills,
                faults,
                time.toSeconds());
    }

    private static String path(int i) {
        return FOLDERS.get(i / 2 % FOLDERS.size()) + "p" + i / 2 + (i % 2 == 0 ? ".jpg" : ".png");
    }

    private static byte[] content(int i) {
        return i % BROKEN == 0 ? new byte[] {1, 2, 3} : TestPictures.jpeg(i);
    }

    private S3DropProcess process(TestBuckets buckets, String name) throws IOException {
        Map<String, String> settings = buckets.settings(home);
        // On a busy machine nobody who lives may seem dead.
        settings.put("s3drop.claim-expiry", "10000");
        settings.put("s3drop.delay", "1000");
        settings.put("s3drop.parallel", "8");
        List<String> options = new ArrayList<>(List.of(
                "-Xmx96m",
                "-XX:+ExitOnOutOfMemoryError",
                // Who doesn't know whether a call was carried out waits so long for its results.
                "-Dcamel.component.backgroundcut.process-timeout=3000"));
        settings.forEach((key, value) -> options.add("-D" + key + "=" + value));
        return new S3DropProcess(
                Files.createDirectories(home.resolve(name)), buckets.environment(), options, S3Drop.class);
    }
}
