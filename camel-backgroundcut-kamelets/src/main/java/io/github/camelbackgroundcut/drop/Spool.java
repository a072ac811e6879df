// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for what is too large for memory, used by one process at a time, such as for
 * {@code camel.main.stream-caching-spool-directory}. The operating system releases it when the process ends, however it ends;
 * the next process that takes it empties it.
 */
public final class Spool implements Closeable {

    private final Path folder;
    private final FileChannel lock;

    private Spool(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes the first free one of {@code parent/1}, {@code parent/2} and so on. */
    public static Spool take(Path parent) {
        try {
            for (int number = 1; ; number++) {
                Path folder = Files.createDirectories(
                        parent.toAbsolutePath().normalize().resolve(String.valueOf(number)));
                FileChannel lock = FileChannel.open(
                        parent.resolve(number + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (isLocked(lock)) {
                    empty(folder);
                    return new Spool(folder, lock);
                }
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the spool folder " + parent + ": " + e, e);
        }
    }

    public Path folder() {
        return folder;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // By this very process.
            return false;
        }
    }

    private static void empty(Path folder) throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.walk(folder)) {
            left = files.filter(Files::isRegularFile).toList();
        }
        for (Path file : left) {
            Files.delete(file);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
