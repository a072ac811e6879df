// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.emulator.MutableClock;
import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.picture.PictureFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStoreTest {

    private static final Duration EXPIRY = Duration.ofHours(2);
    private static final long QUOTA = 100;

    @TempDir
    private Path parent;

    private final MutableClock clock = new MutableClock();
    private FileStore store;
    private Path root;

    @BeforeEach
    void open() throws IOException {
        store = FileStore.open(Optional.of(parent), EXPIRY, QUOTA, clock);
        try (Stream<Path> children = Files.list(parent)) {
            root = children.findFirst().orElseThrow();
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsWhatIsPut() throws IOException {
        put("a/ü b.png", "bytes");

        StoredFile file = store.get(new StorePath("a/ü b.png"));
        assertThat(file.file()).hasContent("bytes");
        assertThat(file.size()).isEqualTo(5);
        assertThat(file.format()).isEqualTo(PictureFormat.PNG);
    }

    @Test
    void doesNotKnowOtherFiles() {
        assertRefused(404, () -> store.get(new StorePath("a/nothing.png")));
    }

    @Test
    void replacesAFileOfTheSamePath() throws IOException {
        put("a.png", "first");
        put("a.png", "second one");

        assertThat(store.get(new StorePath("a.png")).file()).hasContent("second one");
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void doesNotServeAnExpiredFileBeforeItIsSwept() throws IOException {
        put("a.png", "bytes");
        clock.advance(EXPIRY.minusMillis(1));
        assertThat(store.get(new StorePath("a.png"))).isNotNull();

        clock.advance(Duration.ofMillis(1));

        assertRefused(404, () -> store.get(new StorePath("a.png")));
        assertThat(store.list()).isEmpty();
    }

    @Test
    void keepsToTheQuota() throws IOException {
        put("a.png", "x".repeat(60));

        assertRefused(413, () -> put("b.png", "x".repeat(41)));
        assertRefused(404, () -> store.get(new StorePath("b.png")));
        put("b.png", "x".repeat(40));
    }

    @Test
    void countsAReplacedFileOnce() throws IOException {
        put("a.png", "x".repeat(60));

        put("a.png", "x".repeat(100));

        assertThat(store.list()).hasSize(1);
    }

    @Test
    void hasTheRoomOfAReplacedFileAgain() throws IOException {
        put("a.png", "x".repeat(60));
        put("a.png", "y".repeat(60));

        put("b.png", "x".repeat(40));

        assertThat(store.list()).hasSize(2);
    }

    @Test
    void hasAFileUntilItExpires() throws IOException {
        put("a.png", "bytes");
        assertThat(store.has(new StorePath("a.png"))).isTrue();
        assertThat(store.has(new StorePath("b.png"))).isFalse();

        clock.advance(EXPIRY);

        assertThat(store.has(new StorePath("a.png"))).isFalse();
    }

    @Test
    void removesAFileAndNoOther() throws IOException {
        put("a/b.png", "x".repeat(60));
        put("c.png", "bytes");
        Path removed = store.get(new StorePath("a/b.png")).file();

        store.remove(new StorePath("a/b.png"));
        store.remove(new StorePath("nothing.png"));

        assertThat(store.list()).extracting(StoredFile::path).containsExactly(new StorePath("c.png"));
        assertThat(removed).doesNotExist();
    }

    @Test
    void saysWhenAllAreStored() throws IOException {
        AtomicInteger said = new AtomicInteger();
        try (Staging staging = store.stage()) {
            store.putAll(List.of(staged(staging, "a.png", "bytes")), said::incrementAndGet);
        }

        assertThat(said).hasValue(1);
    }

    @Test
    void saysNothingWhenTheyAreRefused() throws IOException {
        AtomicInteger said = new AtomicInteger();
        try (Staging staging = store.stage()) {
            List<NewFile> files = List.of(staged(staging, "a.png", "x".repeat(101)));

            assertRefused(413, () -> store.putAll(files, said::incrementAndGet));
        }

        assertThat(said).hasValue(0);
    }

    /** Each request has a thread of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"put", "get", "has", "list", "remove", "sweep", "refuse", "close"})
    void noCallKeepsOtherThreadsOut(String call) throws IOException {
        StorePath path = new StorePath("a.png");
        switch (call) {
            case "put" -> put("a.png", "bytes");
            case "get" -> assertRefused(404, () -> store.get(path));
            case "has" -> store.has(path);
            case "list" -> store.list();
            case "remove" -> store.remove(path);
            case "sweep" -> store.removeExpired();
            case "refuse" -> assertRefused(413, () -> put("a.png", "x".repeat(101)));
            default -> store.close();
        }

        assertThat(CompletableFuture.supplyAsync(store::list)).succeedsWithin(Duration.ofMinutes(1));
    }

    @Test
    void hasRoomAgainWhenFilesExpire() throws IOException {
        put("a.png", "x".repeat(100));
        clock.advance(EXPIRY);

        put("b.png", "x".repeat(100));

        assertThat(store.get(new StorePath("b.png"))).isNotNull();
    }

    @Test
    void storesNoneOfSeveralFilesBeyondTheQuota() throws IOException {
        try (Staging staging = store.stage()) {
            List<NewFile> files = List.of(staged(staging, "a.png", "x"), staged(staging, "b.png", "x".repeat(100)));

            assertRefused(413, () -> store.putAll(files));
        }
        assertThat(store.list()).isEmpty();
    }

    @Test
    void deletesExpiredFilesFromTheDisk() throws IOException {
        put("a/old.png", "bytes");
        Path old = store.get(new StorePath("a/old.png")).file();
        clock.advance(EXPIRY);
        put("a/new.png", "bytes");

        store.removeExpired();

        assertThat(old).doesNotExist();
        assertThat(store.get(new StorePath("a/new.png")).file()).exists();
    }

    @Test
    void hasNoFoldersThatCouldBeInTheWay() throws IOException {
        put("a", "one");
        put("a/b", "two");
        put("a/b/c.png", "three");

        assertThat(store.get(new StorePath("a")).file()).hasContent("one");
        assertThat(store.get(new StorePath("a/b")).file()).hasContent("two");
        assertThat(store.get(new StorePath("a/b/c.png")).file()).hasContent("three");
    }

    @Test
    void neitherReadsNorWritesOverASymbolicLink() throws IOException {
        put("a.png", "bytes");
        Path file = store.get(new StorePath("a.png")).file();
        Path secret = Files.writeString(parent.resolve("secret.png"), "secret");
        Files.delete(file);
        Files.createSymbolicLink(file, secret);

        assertRefused(400, () -> store.get(new StorePath("a.png")));
        assertRefused(400, () -> put("a.png", "bytes"));
        assertThat(secret).hasContent("secret");
    }

    @Test
    void doesNotServeWhatSomeoneElsePutIntoItsFolder() throws IOException {
        Files.writeString(root.resolve("a.png"), "foreign");

        assertRefused(404, () -> store.get(new StorePath("a.png")));
    }

    @Test
    void keepsItsOwnFolderOutOfReach() throws IOException {
        put(".staging", "bytes");

        assertThat(root.resolve(".staging")).isDirectory();
        assertThat(store.get(new StorePath(".staging")).file()).hasContent("bytes");
    }

    @Test
    void tellsLongNamesApart() throws IOException {
        put("杯".repeat(80) + "1.png", "one");
        put("杯".repeat(80) + "2.png", "two");

        assertThat(store.get(new StorePath("杯".repeat(80) + "1.png")).file()).hasContent("one");
        assertThat(store.get(new StorePath("杯".repeat(80) + "2.png")).file()).hasContent("two");
    }

    @Test
    void leavesNothingBehind() throws IOException {
        put("a/b.png", "bytes");
        Path kept = Files.createDirectory(parent.resolve("kept"));
        Files.writeString(kept.resolve("file"), "bytes");
        Files.createSymbolicLink(root.resolve("link"), kept);

        store.close();

        assertThat(root).doesNotExist();
        assertThat(kept.resolve("file")).exists();
    }

    @Test
    void removesWhatWasStagedOnly() throws IOException {
        Path staged;
        try (Staging staging = store.stage()) {
            staged = Files.writeString(staging.file("x"), "bytes");
        }

        assertThat(staged.getParent()).doesNotExist();
    }

    private void put(String path, String content) throws IOException {
        try (Staging staging = store.stage()) {
            store.putAll(List.of(staged(staging, path, content)));
        }
    }

    private static NewFile staged(Staging staging, String path, String content) throws IOException {
        Path file = Files.writeString(staging.file("file-" + content.length()), content);
        return new NewFile(new StorePath(path), file, PictureFormat.PNG, Optional.empty());
    }

    private static void assertRefused(int status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiError.class, error -> assertThat(error.status()).isEqualTo(status));
    }
}
