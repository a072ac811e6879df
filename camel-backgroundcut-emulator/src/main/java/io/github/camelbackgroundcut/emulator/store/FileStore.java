// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.store;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps pictures in a temporary folder, each for a while and all within a quota. What is stored is known by an index in
 * memory; a file that someone else put into the folder is neither served nor overwritten.
 *
 * <p>A file appears by one atomic move. Methods block on the disk and may be called from any thread.
 */
public final class FileStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);

    private final Path root;
    private final Path stagingFolder;
    private final DiskLayout layout;
    private final Duration expiry;
    private final long quotaBytes;
    private final Clock clock;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<StorePath, StoredFile> index = new LinkedHashMap<>();
    private long usedBytes;

    private FileStore(Path root, Path stagingFolder, Duration expiry, long quotaBytes, Clock clock) {
        this.root = root;
        this.stagingFolder = stagingFolder;
        this.layout = new DiskLayout(root);
        this.expiry = expiry;
        this.quotaBytes = quotaBytes;
        this.clock = clock;
    }

    /**
     * Makes an empty store.
     *
     * @param parent     where to make its folder; empty for the system's temporary folder
     * @param expiry     how long a file is kept
     * @param quotaBytes the most bytes at a time
     * @param clock      tells when a file expires
     */
    public static FileStore open(Optional<Path> parent, Duration expiry, long quotaBytes, Clock clock)
            throws IOException {
        String prefix = "backgroundcut-emulator-";
        Path root = parent.isPresent()
                ? Files.createTempDirectory(parent.get().toAbsolutePath(), prefix)
                : Files.createTempDirectory(prefix).toAbsolutePath();
        // In the same folder tree, so that a move is a rename.
        Path staging = Files.createDirectory(root.resolve(".staging"));
        return new FileStore(root, staging, expiry, quotaBytes, clock);
    }

    /** A folder for unfinished files. */
    public Staging stage() throws IOException {
        return Staging.createIn(stagingFolder);
    }

    /** @throws ApiError 404 if there is no such file or it has expired, 400 if the path leads over a symbolic link */
    public StoredFile get(StorePath path) {
        layout.locate(path);
        lock.lock();
        try {
            return Optional.ofNullable(index.get(path))
                    .filter(file -> !hasExpired(file))
                    .orElseThrow(() -> noSuchFile(path));
        } finally {
            lock.unlock();
        }
    }

    public static ApiError noSuchFile(StorePath path) {
        return ApiError.notFound("No such file: " + path);
    }

    /** Whether there is such a file, and it has not expired. */
    public boolean has(StorePath path) {
        lock.lock();
        try {
            return Optional.ofNullable(index.get(path))
                    .filter(file -> !hasExpired(file))
                    .isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** Deletes a file, as if it had expired. Does nothing if there is no such file. */
    public void remove(StorePath path) {
        lock.lock();
        try {
            Optional.ofNullable(index.get(path)).ifPresent(this::delete);
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #putAll(List, Runnable)}, with nothing to do when they are stored. */
    public void putAll(List<NewFile> files) throws IOException {
        putAll(files, () -> {});
    }

    /**
     * Moves finished files into the store; a stored file of the same path is replaced. The quota is checked for all of
     * them before the first one moves.
     *
     * @param whenStored runs before anybody can see the files, and only if all of them were stored
     * @throws ApiError 413 if the quota would be exceeded, 400 if a path leads over a symbolic link
     */
    public void putAll(List<NewFile> files, Runnable whenStored) throws IOException {
        lock.lock();
        try {
            removeExpired();
            requireRoom(files);
            for (NewFile file : files) {
                put(file);
            }
            whenStored.run();
        } finally {
            lock.unlock();
        }
    }

    /** All files that have not expired, the oldest first. */
    public List<StoredFile> list() {
        lock.lock();
        try {
            return index.values().stream()
                    .filter(file -> !hasExpired(file))
                    .sorted(Comparator.comparing(StoredFile::storedAt))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    public long quotaBytes() {
        return quotaBytes;
    }

    public Instant expiresAt(StoredFile file) {
        return file.storedAt().plus(expiry);
    }

    public Duration expiry() {
        return expiry;
    }

    /** Deletes what has expired. */
    public void removeExpired() {
        lock.lock();
        try {
            List<StoredFile> expired =
                    index.values().stream().filter(this::hasExpired).toList();
            expired.forEach(this::delete);
        } finally {
            lock.unlock();
        }
    }

    /** Removes the folder and all files. */
    @Override
    public void close() {
        lock.lock();
        try {
            index.clear();
            usedBytes = 0;
            FileTrees.delete(root);
        } catch (IOException e) {
            LOG.warn("Cannot remove the temporary folder {}", root, e);
        } finally {
            lock.unlock();
        }
    }

    private void requireRoom(List<NewFile> files) throws IOException {
        long needed = 0;
        for (NewFile file : files) {
            StoredFile replaced = index.get(file.path());
            needed += Files.size(file.file()) - (replaced == null ? 0 : replaced.size());
        }
        if (usedBytes + needed > quotaBytes) {
            throw ApiError.tooLarge("The storage quota of " + quotaBytes + " bytes is used up");
        }
    }

    private void put(NewFile file) throws IOException {
        Path target = layout.locate(file.path());
        StoredFile replaced = index.get(file.path());
        long size = Files.size(file.file());
        Files.move(file.file(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (replaced != null) {
            forget(replaced);
        }
        index.put(
                file.path(), new StoredFile(file.path(), target, size, file.format(), file.making(), clock.instant()));
        usedBytes += size;
    }

    private void delete(StoredFile file) {
        forget(file);
        try {
            Files.deleteIfExists(file.file());
        } catch (IOException e) {
            LOG.warn("Cannot delete the expired file {}", file.path(), e);
        }
    }

    private void forget(StoredFile file) {
        index.remove(file.path());
        usedBytes -= file.size();
    }

    private boolean hasExpired(StoredFile file) {
        return !clock.instant().isBefore(expiresAt(file));
    }
}
