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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

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

    @Test
    void makesThreeCutoutsOfAPicture() throws Exception {
        byte[] jpeg = TestPictures.jpeg(1, 640, 480);
        buckets.put("inbox/shoes/disc.jpg", jpeg);
        drop();

        assertThat(buckets.keys(buckets.target()))
                .containsExactly("shoes/disc-full.png", "shoes/disc-thumb.webp", "shoes/disc-white.jpg");
        BufferedImage full = TestPictures.read(buckets.get(buckets.target(), "shoes/disc-full.png"));
        assertThat(full.getWidth()).isEqualTo(640);
        assertThat(full.getRGB(0, 0) >>> 24).isZero();
        BufferedImage white = TestPictures.read(buckets.get(buckets.target(), "shoes/disc-white.jpg"));
        assertThat(white.getRGB(0, 0) & 0xffffff).isEqualTo(0xffffff);
        assertThat(buckets.get(buckets.target(), "shoes/disc-thumb.webp"))
                .startsWith('R', 'I', 'F', 'F')
                .hasSizeLessThan(jpeg.length);
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

        HeadObjectResponse thumb = buckets.head(buckets.target(), "blue ü-thumb.webp");
        assertThat(thumb.contentType()).isEqualTo("image/webp");
        assertThat(thumb.metadata())
                .containsEntry("variant", "thumb")
                .containsEntry("source-etag", etag)
                .containsEntry("source-path", "blue%20%C3%BC.jpg")
                .containsEntry("product", "4711");
        assertThat(buckets.head(buckets.target(), "blue ü-full.png").contentType())
                .isEqualTo("image/png");
        assertThat(buckets.head(buckets.target(), "blue ü-white.jpg").contentType())
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

        byte[] full = buckets.get(buckets.target(), "disc-full.png");
        assertThat(full.length).isGreaterThan(jpeg.length);
        assertThat(new String(full, full.length - 8, 4, UTF_8)).isEqualTo("IEND");
        assertThat(buckets.get(buckets.target(), "disc-white.jpg")).endsWith(0xff, 0xd9);
    }

    @Test
    void keepsOddKeys() {
        List<String> stems = List.of(
                "two words",
                "Größe",
                "写真",
                "👍",
                "u\u0308",
                "a+b",
                "100%",
                "a%20b",
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
                "ü".repeat(200));
        for (int i = 0; i < stems.size(); i++) {
            buckets.put("inbox/" + stems.get(i) + ".jpg", TestPictures.jpeg(i));
        }
        buckets.put("inbox/no extension", TestPictures.jpeg(100));
        buckets.put("inbox/v1.2/no extension", TestPictures.jpeg(101));
        drop();

        List<String> all = new ArrayList<>(stems);
        all.addAll(List.of("no extension", "v1.2/no extension"));
        List<String> results = new ArrayList<>();
        for (String stem : all) {
            results.addAll(List.of(stem + "-full.png", stem + "-thumb.webp", stem + "-white.jpg"));
        }
        assertThat(buckets.keys(buckets.target())).containsExactlyInAnyOrderElementsOf(results);
        assertThat(buckets.keys(buckets.source()))
                .hasSize(all.size())
                .allMatch(key -> key.startsWith("done/"))
                .contains("done/ü.jpg".replace("ü", "ü".repeat(200)), "done/a//b.jpg");
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

    @Test
    void worksOnSomeHundredPictures() {
        int pictures = 200;
        for (int i = 0; i < pictures; i++) {
            buckets.put("inbox/" + i % 7 + "/p" + i + ".jpg", TestPictures.jpeg(i));
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
        assertThat(buckets.get(buckets.target(), "disc-full.png"))
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
    void refusesABucketThatIsNotThere() {
        assertThatThrownBy(() -> new S3DropFixture(buckets, home, Map.of("s3drop.target-bucket", "nowhere")))
                .hasMessageContaining("no bucket nowhere");
    }

    /** @return the paths that were done */
    private List<String> drop() {
        try (S3DropFixture s3Drop = new S3DropFixture(buckets, home, Map.of("s3drop.poll", "500")).start()) {
            s3Drop.awaitEmptyInbox();
            await().atMost(5, SECONDS).until(() -> claimsAreGone());
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
