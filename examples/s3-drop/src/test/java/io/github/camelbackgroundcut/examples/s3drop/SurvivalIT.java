// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Outages, a kill, and two instances on one bucket. */
class SurvivalIT {

    private static final String PROCESS_TIMEOUT = "camel.component.backgroundcut.process-timeout";

    private static TestBuckets buckets;

    @TempDir
    private Path home;

    private Map<String, Integer> chargesBefore;

    @BeforeAll
    static void startServers() throws Exception {
        buckets = new TestBuckets();
    }

    @AfterAll
    static void stopServers() throws Exception {
        buckets.close();
    }

    @BeforeEach
    void makeBuckets() {
        buckets.renew();
        chargesBefore = buckets.emulator.charges();
    }

    @Test
    void waitsAnOutageOut() {
        buckets.put("inbox/disc.jpg", TestPictures.jpeg(1001));
        buckets.emulator.setFaults("all.503=8x");
        try (S3DropFixture s3Drop = s3Drop(Map.of())) {
            s3Drop.awaitEmptyInbox();
        }

        assertThat(buckets.emulator.struckFaults().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(8);
        assertThat(buckets.keys(buckets.source())).containsExactly("done/disc.jpg");
    }

    @Test
    void saysThatThePictureIsFineWhenAnOutageTakesTooLong() {
        buckets.put("inbox/disc.jpg", TestPictures.jpeg(1002));
        buckets.emulator.setFaults("all.503=1");
        try (S3DropFixture s3Drop = s3Drop(Map.of("s3drop.retries", "1"))) {
            s3Drop.awaitEmptyInbox();
        }

        assertThat(new String(buckets.get(buckets.source(), "failed/disc.jpg.reason.txt"), UTF_8))
                .contains("The picture is fine");
    }

    @Test
    void leavesThePicturesInTheInboxUntilThereAreCredits() {
        for (int i = 0; i < 10; i++) {
            buckets.put("inbox/p" + i + ".jpg", TestPictures.jpeg(1100 + i));
        }
        buckets.emulator.setPlan(Plan.unlimited().withCredits(6));
        try (S3DropFixture s3Drop = s3Drop(Map.of())) {
            await().pollInterval(200, MILLISECONDS)
                    .atMost(30, SECONDS)
                    .until(() -> buckets.keys(buckets.source(), "done/").size() == 2);
            assertThat(buckets.keys(buckets.source(), "failed/")).isEmpty();
            assertThat(buckets.keys(buckets.source(), "inbox/")).hasSize(8);
            buckets.emulator.setPlan(Plan.unlimited());
            s3Drop.awaitEmptyInbox();
        }

        assertThat(buckets.keys(buckets.source(), "done/")).hasSize(10);
    }

    @Test
    void leavesThePictureInTheInboxWhenItIsStoppedInAnOutage() {
        buckets.put("inbox/disc.jpg", TestPictures.jpeg(1003));
        buckets.emulator.setFaults("all.503=1");
        try (S3DropFixture s3Drop = s3Drop(Map.of())) {
            await().atMost(30, SECONDS)
                    .until(() ->
                            buckets.emulator.struckFaults().values().stream().anyMatch(count -> count > 4));
        }

        assertThat(buckets.keys(buckets.source())).containsExactly("inbox/disc.jpg");
    }

    @Test
    void sharesTheInboxOfTwoInstancesWithoutDoingAPictureTwice() {
        int pictures = 30;
        for (int i = 0; i < pictures; i++) {
            buckets.put("inbox/p" + i + ".jpg", TestPictures.jpeg(2000 + i));
        }
        List<String> done;
        try (S3DropFixture one = s3Drop(Map.of());
                S3DropFixture other = s3Drop(Map.of())) {
            one.awaitEmptyInbox();
            await().atMost(10, SECONDS).until(() -> TestClaims.rows(home) == 0);
            assertThat(one.done).isNotEmpty();
            assertThat(other.done).isNotEmpty();
            done = new ArrayList<>(one.done);
            done.addAll(other.done);
        }

        assertThat(done).hasSize(pictures).doesNotHaveDuplicates();
        assertPaidOnce(pictures);
    }

    @Test
    void losesNothingAndPaysNothingTwiceWhenItIsKilled() throws Exception {
        int pictures = 30;
        for (int i = 0; i < pictures; i++) {
            buckets.put("inbox/p" + i + ".jpg", TestPictures.jpeg(3000 + i));
        }
        buckets.emulator.setFaults("process.latency=1:20ms-200ms");
        try (S3DropProcess killed = process()) {
            await().pollInterval(50, MILLISECONDS)
                    .atMost(60, SECONDS)
                    .until(() -> buckets.keys(buckets.target()).size() > 15);
            killed.kill();
        }
        assertThat(buckets.keys(buckets.source(), "inbox/")).isNotEmpty();
        // What the killed process was at is waited for as long.
        System.setProperty(PROCESS_TIMEOUT, "10000");
        try (S3DropFixture s3Drop = s3Drop(Map.of("s3drop.claim-expiry", "2000"))) {
            s3Drop.awaitEmptyInbox();
        } finally {
            System.clearProperty(PROCESS_TIMEOUT);
        }

        assertThat(buckets.keys(buckets.source(), "done/")).hasSize(pictures);
        assertThat(buckets.keys(buckets.target())).hasSize(3 * pictures);
        assertPaidOnce(pictures);
    }

    /** Whatever goes wrong, the way that each picture takes is one of two. */
    @Test
    void paysOnceAndLosesNothingWhileCallsFailAndAPictureIsBroken() {
        int pictures = 5;
        for (int i = 0; i < pictures; i++) {
            buckets.put("inbox/p" + i + ".jpg", TestPictures.jpeg(3500 + i));
        }
        buckets.put("inbox/notes.jpg", "These are notes.".getBytes(UTF_8));
        buckets.emulator.setFaults(
                "upload.503=2x, upload.reset-after=1x, process.429=1x:1s, process.503=1x, process.lost=1x,"
                        + " download.truncated=1x, download.reset-before=1x");
        try (S3DropFixture s3Drop = s3Drop(Map.of())) {
            s3Drop.awaitEmptyInbox();
        }

        assertThat(buckets.emulator.struckFaults()).hasSizeGreaterThan(4);
        assertThat(buckets.keys(buckets.source(), "done/")).hasSize(pictures);
        assertThat(buckets.keys(buckets.source(), "failed/"))
                .containsExactly("failed/notes.jpg", "failed/notes.jpg.reason.txt");
        assertThat(buckets.keys(buckets.target())).hasSize(3 * pictures);
        assertPaidOnce(pictures);
    }

    @Test
    void paysNothingForAPictureThatIsPutBackAfterItsCutoutsCouldNotBeStored() {
        buckets.put("inbox/disc.jpg", TestPictures.jpeg(3600));
        S3Faults.set(
                request -> request instanceof PutObjectRequest put && put.key().endsWith("full.png")
                        ? Optional.of(S3Exception.builder()
                                .statusCode(503)
                                .message("Slow down")
                                .build())
                        : Optional.empty());
        try (S3DropFixture s3Drop = s3Drop(Map.of("s3drop.retries", "0"))) {
            s3Drop.awaitEmptyInbox();
            assertThat(buckets.keys(buckets.source())).containsExactly("failed/disc.jpg", "failed/disc.jpg.reason.txt");
            S3Faults.clear();
            buckets.put("inbox/disc.jpg", buckets.get(buckets.source(), "failed/disc.jpg"));
            s3Drop.awaitEmptyInbox();
        } finally {
            S3Faults.clear();
        }

        assertThat(buckets.keys(buckets.target())).hasSize(3);
        assertPaidOnce(1);
    }

    private void assertPaidOnce(int pictures) {
        Map<String, Integer> charges = new HashMap<>(buckets.emulator.charges());
        charges.keySet().removeAll(chargesBefore.keySet());
        assertThat(charges)
                .hasSize(3 * pictures)
                .allSatisfy((path, count) -> assertThat(count).isEqualTo(1));
    }

    private S3DropFixture s3Drop(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("s3drop.delay", "300"));
        settings.putAll(more);
        return new S3DropFixture(buckets, home, settings).start();
    }

    private S3DropProcess process() throws Exception {
        Map<String, String> settings = buckets.settings(home);
        settings.put("s3drop.claim-expiry", "2000");
        List<String> options = settings.entrySet().stream()
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                .toList();
        return new S3DropProcess(home, buckets.environment(), options, S3Drop.class);
    }
}
