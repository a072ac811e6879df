// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The work folder, held by one file drop at a time: a second one would pay for the same pictures. The system gives it back when
 * the process ends, however it ends.
 */
final class WorkFolder implements Closeable {

    /** Where large results lie for as long as their pictures are worked on. */
    private static final String SPOOL = "spool";

    private final FileChannel lockFile;

    private WorkFolder(FileChannel lockFile) {
        this.lockFile = lockFile;
    }

    /**
     * Takes an existing folder, and removes what a killed process has left in its spool.
     *
     * @throws IllegalStateException if another file drop has it
     */
    static WorkFolder take(Path folder) {
        try {
            FileChannel lockFile =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(lockFile)) {
                lockFile.close();
                throw new IllegalStateException("Another file drop works with " + folder
                        + ": end it, or give this one folders of its own (filedrop.work and the others).");
            }
            empty(folder.resolve(SPOOL));
            return new WorkFolder(lockFile);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the folder of filedrop.work: " + e, e);
        }
    }

    private static boolean isLocked(FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // By this very process.
            return false;
        }
    }

    private static void empty(Path spool) throws IOException {
        if (!Files.isDirectory(spool)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> files = Files.list(spool)) {
            left = files.filter(Files::isRegularFile).toList();
        }
        for (Path file : left) {
            Files.delete(file);
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
