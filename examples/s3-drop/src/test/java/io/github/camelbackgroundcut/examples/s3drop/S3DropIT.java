// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3DropIT {

    private static TestBuckets buckets;

    @TempDir
    private Path home;

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
    }

    @AfterEach
    void endFaults() {
        S3Faults.clear();
    }

    @Test
    void makesThreeCutoutsOfAPicture() throws Exception {
        byte[] jpeg = TestPictures.jpeg(1, 640, 480);
        buckets.put("inbox/shoes/disc.jpg", jpeg);
        drop();

        assertThat(buckets.keys(buckets.target()))
                .containsExactly("shoes/disc.jpg/full.png", "shoes/disc.jpg/thumb.webp", "shoes/disc.jpg/white.jpg");
        BufferedImage full = TestPictures.read(buckets.get(buckets.target(), "shoes/disc.jpg/full.png"));
        assertThat(full.getWidth()).isEqualTo(640);
        assertThat(full.getRGB(0, 0) >>> 24).isZero();
        BufferedImage white = TestPictures.read(buckets.get(buckets.target(), "shoes/disc.jpg/white.jpg"));
        assertThat(white.getRGB(0, 0) & 0xffffff).isEqualTo(0xffffff);
    }

    /** The disc fills half the width and three fifths of the height: uncropped, the thumbnail would be 231 pixels wide. */
    @Test
    void cropsTheThumbnailToTheObject() {
        buckets.put("inbox/disc.jpg", TestPictures.jpeg(10, 640, 480));
        drop();

        byte[] thumb = buckets.get(buckets.target(), "disc.jpg/thumb.webp");
        assertThat(thumb).startsWith('R', 'I', 'F', 'F');
        int width = TestPictures.webpWidth(thumb);
        int height = TestPictures.webpHeight(thumb);
        assertThat(width * height).isBetween(30_000, 40_000);
        assertThat((double) width / height).isBetween(1.05, 1.17);
    }

    @Test
    void keepsPicturesApartThatDifferInTheirExtensionOnly() throws Exception {
        buckets.put("inbox/disc.jpg", TestPictures.jpeg(11, 200, 150));
        buckets.put("inbox/disc.png", TestPictures.jpeg(12, 240, 180));
        buckets.put("inbox/disc", TestPictures.jpeg(13, 280, 210));
        drop();

        assertThat(buckets.keys(buckets.target())).hasSize(9);
        assertThat(TestPictures.read(buckets.get(buckets.target(), "disc.jpg/full.png"))
                        .getWidth())
                .isEqualTo(200);
        assertThat(TestPictures.read(buckets.get(buckets.target(), "disc.png/full.png"))
                        .getWidth())
                .isEqualTo(240);
        assertThat(TestPictures.read(buckets.get(buckets.target(), "disc/full.png"))
                        .getWidth())
                .isEqualTo(280);
    }

    @Test
    void tellsMediaTypeAndOrigin() {
        buckets.client.putObject(
                request -> request.bucket(buckets.source())
                        .key("inbox/blue ü.jpg")
                        .contentType("image/jpeg")
                        .metadata(Map.of("product", "4711")),
                RequestBody.fromBytes(TestPictures.jpeg(2)));
        String etag = buckets.head(buckets.source(), "inbox/blue ü.jpg").eTag().replace("\"", "");
        drop();

        HeadObjectResponse thumb = buckets.head(buckets.target(), "blue ü.jpg/thumb.webp");
        assertThat(thumb.contentType()).isEqualTo("image/webp");
        assertThat(thumb.metadata())
                .containsEntry("variant", "thumb")
                .containsEntry("source-etag", etag)
                .containsEntry("source-path", "blue%20%C3%BC.jpg")
                .containsEntry("product", "4711");
        assertThat(buckets.head(buckets.target(), "blue ü.jpg/full.png").contentType())
                .isEqualTo("image/png");
        assertThat(buckets.head(buckets.target(), "blue ü.jpg/white.jpg").contentType())
                .isEqualTo("image/jpeg");
    }

    /** The key of a result must not take the place of the picture's own: it would stay in the inbox, and be paid for for ever. */
    @Test
    void movesThePictureAwayUnchanged() {
        byte[] jpeg = TestPictures.jpeg(3);
        buckets.client.putObject(
                request -> request.bucket(buckets.source())
                        .key("inbox/a/disc.jpg")
                        .contentType("image/jpeg")
                        .metadata(Map.of("product", "4711")),
                RequestBody.fromBytes(jpeg));
        drop();

        assertThat(buckets.keys(buckets.source())).containsExactly("done/a/disc.jpg");
        assertThat(buckets.get(buckets.source(), "done/a/disc.jpg")).isEqualTo(jpeg);
        HeadObjectResponse done = buckets.head(buckets.source(), "done/a/disc.jpg");
        assertThat(done.contentType()).isEqualTo("image/jpeg");
        assertThat(done.metadata()).containsEntry("product", "4711");
    }

    /** The length of the picture, which S3 tells in a header, must not become that of a result. */
    @Test
    void storesWholeCutoutsOfASmallerPicture() throws Exception {
        byte[] jpeg = TestPictures.jpeg(4, 400, 400);
        buckets.put("inbox/disc.jpg", jpeg);
        drop();

        byte[] full = buckets.get(buckets.target(), "disc.jpg/full.png");
        assertThat(full.length).isGreaterThan(jpeg.length);
        assertThat(new String(full, full.length - 8, 4, UTF_8)).isEqualTo("IEND");
        assertThat(buckets.get(buckets.target(), "disc.jpg/white.jpg")).endsWith(0xff, 0xd9);
    }

    @Test
    void keepsOddKeys() {
        List<String> names = List.of(
                "two words",
                "Größe",
                "写真",
                "👍",
                "u\u0308",
                "a+b",
                "100%",
                "a%20b",
                "a%2Fb",
                "#",
                "?",
                "&",
                "x=y",
                "it's \"x\"",
                "${body}",
                "{{home}}",
                "hash#tag?q=1",
                "semi;colon&amp",
                "two.dots",
                "-dash",
                "sub/folder/../up",
                "./dot",
                "a//b",
                "back\\slash",
                "a<b>|c*",
                "trailing ",
                ".hidden",
                "inbox/inbox/x",
                "x.reason.txt",
                "v1.2/no extension",
                "ü".repeat(490) + ".jpg",
                // With its prefix 1000 bytes.
                "k".repeat(990) + ".jpg");
        for (int i = 0; i < names.size(); i++) {
            buckets.put("inbox/" + names.get(i), TestPictures.jpeg(5000 + i));
        }
        drop();

        List<String> done = new ArrayList<>();
        List<String> results = new ArrayList<>();
        for (String name : names) {
            done.add("done/" + name);
            results.addAll(List.of(name + "/full.png", name + "/thumb.webp", name + "/white.jpg"));
        }
        assertThat(buckets.keys(buckets.source())).containsExactlyInAnyOrderElementsOf(done);
        assertThat(buckets.keys(buckets.target())).containsExactlyInAnyOrderElementsOf(results);
    }

    /** Neither the key with its reason nor those of its cutouts would fit into 1024 bytes. */
    @Test
    void movesAPictureWithTooLongAKeyToFailedUnderAShorterOne() {
        String name = "k".repeat(1024 - "inbox/".length());
        buckets.put("inbox/" + name, TestPictures.jpeg(14));
        int before = charges();
        drop();

        Set<String> keys = buckets.keys(buckets.source());
        assertThat(keys).hasSize(2).allMatch(key -> key.matches("failed/[0-9a-f]{64}(\\.reason\\.txt)?"));
        String reason = keys.stream()
                .filter(key -> key.endsWith(".reason.txt"))
                .findFirst()
                .orElseThrow();
        assertThat(new String(buckets.get(buckets.source(), reason), UTF_8)).contains(name, "too long");
        assertThat(charges()).isEqualTo(before);
    }

    @Test
    void movesWhatIsNoPictureToFailedAndSaysWhy() {
        buckets.put("inbox/notes/größe.jpg", "This is no picture.".getBytes(UTF_8));
        buckets.put("inbox/nothing.jpg", new byte[0]);
        buckets.put("inbox/fine.jpg", TestPictures.jpeg(5));
        drop();

        assertThat(buckets.keys(buckets.source()))
                .containsExactly(
                        "done/fine.jpg",
                        "failed/notes/größe.jpg",
                        "failed/notes/größe.jpg.reason.txt",
                        "failed/nothing.jpg",
                        "failed/nothing.jpg.reason.txt");
        assertThat(new String(buckets.get(buckets.source(), "failed/notes/größe.jpg.reason.txt"), UTF_8))
                .contains("notes/größe.jpg", "400", "Repair or replace the picture");
        assertThat(buckets.keys(buckets.target())).hasSize(3);
    }

    @Test
    void leavesFoldersAlone() {
        buckets.put("inbox/", new byte[0]);
        buckets.put("inbox/sub/", new byte[0]);
        buckets.put("inbox/sub/disc.jpg", TestPictures.jpeg(6));
        drop();

        assertThat(buckets.keys(buckets.source())).containsExactly("done/sub/disc.jpg", "inbox/", "inbox/sub/");
    }

    /** The load run works on more than a page of them. */
    @Test
    void worksOnManyPictures() {
        int pictures = 60;
        for (int i = 0; i < pictures; i++) {
            buckets.put("inbox/" + i % 7 + "/p" + i + ".jpg", TestPictures.jpeg(4000 + i));
        }
        int before = charges();
        List<String> done = drop();

        assertThat(done).hasSize(pictures).doesNotHaveDuplicates();
        assertThat(buckets.keys(buckets.target())).hasSize(3 * pictures);
        assertThat(buckets.keys(buckets.source(), "done/")).hasSize(pictures);
        assertThat(charges() - before).isEqualTo(3 * pictures);
    }

    @Test
    void doesAPictureAgainThatWasReplacedMeanwhile() {
        byte[] second = TestPictures.jpeg(8, 300, 300);
        buckets.emulator.setFaults("process.latency=1x:1500ms");
        buckets.put("inbox/disc.jpg", TestPictures.jpeg(7));
        try (S3DropFixture s3Drop = new S3DropFixture(buckets, home, Map.of()).start()) {
            await().atMost(30, SECONDS)
                    .until(() -> !buckets.emulator.struckFaults().isEmpty());
            buckets.put("inbox/disc.jpg", second);
            s3Drop.awaitEmptyInbox();
        }

        assertThat(buckets.get(buckets.source(), "done/disc.jpg")).isEqualTo(second);
        assertThat(buckets.get(buckets.target(), "disc.jpg/full.png"))
                .satisfies(png -> assertThat(TestPictures.read(png).getWidth()).isEqualTo(300));
    }

    @Test
    void keepsThePictureUntilAllCutoutsAreStored() {
        buckets.put("inbox/disc.jpg", TestPictures.jpeg(9));
        String target = buckets.target();
        int before = charges();
        try (S3DropFixture s3Drop = new S3DropFixture(buckets, home, Map.of("s3drop.retries", "200")).start()) {
            buckets.client.deleteBucket(request -> request.bucket(target));
            await().atMost(30, SECONDS).until(() -> charges() - before == 3);
            assertThat(buckets.keys(buckets.source())).containsExactly("inbox/disc.jpg");
            buckets.client.createBucket(request -> request.bucket(target));
            s3Drop.awaitEmptyInbox();
        }

        assertThat(buckets.keys(target)).hasSize(3);
        assertThat(buckets.keys(buckets.source())).containsExactly("done/disc.jpg");
        assertThat(charges() - before).isEqualTo(3);
    }

    @Test
    void keepsThePictureWhileOneOfItsCutoutsCannotBeStored() {
        buckets.put("inbox/disc.jpg", TestPictures.jpeg(15));
        int before = charges();
        S3Faults.set(
                request -> request instanceof PutObjectRequest put && put.key().endsWith("white.jpg")
                        ? Optional.of(S3Exception.builder()
                                .statusCode(503)
                                .message("Slow down")
                                .build())
                        : Optional.empty());
        try (S3DropFixture s3Drop = new S3DropFixture(buckets, home, Map.of("s3drop.retries", "200")).start()) {
            await().atMost(30, SECONDS).until(() -> S3Faults.struck() > 1);
            assertThat(buckets.keys(buckets.target())).containsExactly("disc.jpg/full.png", "disc.jpg/thumb.webp");
            assertThat(buckets.keys(buckets.source())).containsExactly("inbox/disc.jpg");
            S3Faults.clear();
            s3Drop.awaitEmptyInbox();
        }

        assertThat(buckets.keys(buckets.target())).hasSize(3);
        assertThat(buckets.keys(buckets.source())).containsExactly("done/disc.jpg");
        assertThat(charges() - before).isEqualTo(3);
    }

    /** A request can be repeated only if its body can. */
    @Test
    void storesACutoutAgainWhoseRequestBrokeOff() {
        buckets.put("inbox/disc.jpg", TestPictures.jpeg(19));
        AtomicInteger requests = new AtomicInteger();
        S3Faults.setAfterTransmission(request -> request instanceof PutObjectRequest put
                        && put.key().endsWith("full.png")
                        && requests.incrementAndGet() == 1
                ? Optional.of(RetryableException.create("The connection broke off"))
                : Optional.empty());
        try (S3DropFixture s3Drop = new S3DropFixture(buckets, home, Map.of("s3drop.retries", "0")).start()) {
            s3Drop.awaitEmptyInbox();
        }

        assertThat(requests).hasValueGreaterThan(1);
        assertThat(buckets.keys(buckets.source())).containsExactly("done/disc.jpg");
    }

    @Test
    void readsAPictureAgainThatBrokeOff() {
        buckets.put("inbox/disc.jpg", TestPictures.jpeg(20, 640, 480));
        S3Faults.breakOff("inbox/disc.jpg", 100);
        try (S3DropFixture s3Drop = new S3DropFixture(buckets, home, Map.of()).start()) {
            s3Drop.awaitEmptyInbox();
        }

        assertThat(S3Faults.struck()).isEqualTo(1);
        assertThat(buckets.keys(buckets.source())).containsExactly("done/disc.jpg");
        assertThat(buckets.keys(buckets.target())).hasSize(3);
    }

    /** Such as one that is archived: it can be neither read nor copied. */
    @Test
    void triesAPictureThatCannotBeMovedEitherNoSoonerThanItsClaimExpires() {
        buckets.put("inbox/archived.jpg", TestPictures.jpeg(16));
        buckets.put("inbox/disc.jpg", TestPictures.jpeg(17));
        S3Faults.set(
                request -> request instanceof GetObjectRequest get && get.key().endsWith("archived.jpg")
                                || request instanceof CopyObjectRequest copy
                                        && copy.destinationKey().endsWith("archived.jpg")
                        ? Optional.of(InvalidObjectStateException.builder()
                                .statusCode(403)
                                .message("It is archived")
                                .build())
                        : Optional.empty());
        try (S3DropFixture s3Drop =
                new S3DropFixture(buckets, home, Map.of("s3drop.claim-expiry", "3600000")).start()) {
            await().atMost(30, SECONDS).until(() -> s3Drop.done.contains("disc.jpg") && S3Faults.struck() >= 2);
            // Many looks into the inbox later.
            buckets.put("inbox/later.jpg", TestPictures.jpeg(18));
            await().atMost(30, SECONDS).until(() -> s3Drop.done.contains("later.jpg"));
        }

        assertThat(S3Faults.struck()).isEqualTo(2);
        assertThat(new String(buckets.get(buckets.source(), "failed/archived.jpg.reason.txt"), UTF_8))
                .contains("It is archived");
        assertThat(buckets.keys(buckets.source(), "inbox/")).containsExactly("inbox/archived.jpg");
    }

    @Test
    void refusesABucketThatIsNotThere() {
        try (S3DropFixture s3Drop = new S3DropFixture(buckets, home, Map.of("s3drop.target-bucket", "nowhere"))) {
            assertThatThrownBy(s3Drop::start).hasStackTraceContaining("nowhere");
        }
    }

    /** @return the paths that were done */
    private List<String> drop() {
        try (S3DropFixture s3Drop = new S3DropFixture(buckets, home, Map.of("s3drop.delay", "500")).start()) {
            s3Drop.awaitEmptyInbox();
            await().atMost(5, SECONDS).until(this::claimsAreGone);
            return s3Drop.done;
        }
    }

    private boolean claimsAreGone() throws Exception {
        return TestClaims.rows(home) == 0;
    }

    private static int charges() {
        return buckets.emulator.charges().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
