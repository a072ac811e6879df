// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;

/**
 * An {@code idempotentRepository} in a file that survives a kill at any moment: the file is replaced as a whole. Camel's own
 * rewrites it in place, and a process that is killed meanwhile forgets what it has paid for.
 *
 * <p>Its keys are those of calls in progress, so the file is small. One process at a time uses the file: it keeps a lock on
 * {@code <file>.lock}, which the operating system releases when the process ends.
 */
public final class AtomicFileRepository extends FileIdempotentRepository {

    private FileChannel lock;

    public AtomicFileRepository() {}

    /** @param file its folder is made if it doesn't exist */
    public AtomicFileRepository(Path file) {
        setFileStore(file.toFile());
    }

    /** The file. As text, since Camel does not convert a bean's property to {@link File}. */
    public void setPath(String path) {
        setFileStore(new File(path));
    }

    @Override
    protected void appendToStore(String key) {
        replace(keys -> keys.add(key));
    }

    @Override
    protected void removeFromStore(String key) {
        replace(keys -> keys.remove(key));
    }

    /** Camel calls it for one thread at a time. */
    private void replace(Consumer<List<String>> change) {
        Path file = getFileStore().toPath();
        Path next = beside(".part");
        try {
            List<String> keys = Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : new ArrayList<>();
            change.accept(keys);
            Files.write(next, keys);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    @Override
    protected void doStart() throws Exception {
        if (getFileStore() != null) {
            lock = lock();
        }
        try {
            super.doStart();
        } catch (Exception e) {
            unlock();
            throw e;
        }
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        unlock();
    }

    private FileChannel lock() throws IOException {
        Path file = beside(".lock");
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new IllegalStateException("Another process, or another route of this one, uses the repository "
                    + getFileStore() + ": end it, or use another file");
        }
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // By this very process.
            return false;
        }
    }

    private void unlock() throws IOException {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    private Path beside(String extension) {
        Path file = getFileStore().toPath();
        return file.resolveSibling(file.getFileName() + extension);
    }
}
