// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import java.io.File;
import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.StreamCachingStrategy;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The temporary files of a Camel context. Each is deleted when its {@link TempFile} is no longer reachable, and at the latest
 * when the context stops.
 *
 * <p>A thread deletes them. If a busy route creates files faster, the threads that create them help.
 */
final class TempFiles extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(TempFiles.class);

    /**
     * From this number of bytes on, the component asks the JVM to collect: unreachable files use no memory, so the JVM might not
     * notice them before the disk is full.
     */
    static final long COLLECT_AT = 256L * 1024 * 1024;

    /** After a collection, the JVM reports the unreachable files one after the other, with pauses shorter than this. */
    private static final long PAUSE_MILLIS = 100;

    private static final ReentrantLock LOOKUP = new ReentrantLock();

    private final CamelContext context;
    private final Set<Deletion> deletions = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<TempFile> unreachable = new ReferenceQueue<>();
    private final AtomicLong bytes = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile long collectAt = COLLECT_AT;
    private Optional<Thread> deleter = Optional.empty();

    private TempFiles(CamelContext context) {
        this.context = context;
    }

    static TempFiles of(CamelContext context) {
        LOOKUP.lock();
        try {
            TempFiles known = context.hasService(TempFiles.class);
            if (known != null) {
                return known;
            }
            TempFiles made = new TempFiles(context);
            context.addService(made, true, true);
            return made;
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        } finally {
            LOOKUP.unlock();
        }
    }

    /**
     * A new, empty file: where Camel spools, if it does, else in the JVM's folder for temporary files.
     *
     * @param extension of the file's name, with its dot
     */
    TempFile create(String extension) throws IOException {
        deletions.stream().filter(Deletion::hasFailed).forEach(Deletion::run);
        makeRoom();
        StreamCachingStrategy strategy = context.getStreamCachingStrategy();
        File spoolDirectory = strategy.isSpoolEnabled() ? strategy.getSpoolDirectory() : null;
        String prefix = "camel-backgroundcut-";
        Path path = spoolDirectory == null
                ? Files.createTempFile(prefix, extension)
                : Files.createTempFile(Files.createDirectories(spoolDirectory.toPath()), prefix, extension);
        StoredFile stored = new StoredFile(path);
        TempFile file = new TempFile(stored);
        deletions.add(new Deletion(file, stored));
        return file;
    }

    private void makeRoom() {
        if (bytes.get() < collectAt) {
            return;
        }
        lock.lock();
        try {
            if (bytes.get() < collectAt) {
                return;
            }
            System.gc();
            while (deleteNext(PAUSE_MILLIS)) {
                // This thread can then create as many files as it has deleted here.
            }
            // The remaining files are in use: the next collection is due after as many new bytes.
            collectAt = bytes.get() + COLLECT_AT;
            LOG.debug("{} bytes of temporary files are in use", bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Deletes a file that is no longer reachable.
     *
     * @param millis how long to wait for one; 0 for as long as it takes
     * @return whether there was one
     */
    private boolean deleteNext(long millis) throws InterruptedException {
        Reference<? extends TempFile> next = unreachable.remove(millis);
        if (next instanceof Deletion deletion) {
            deletion.run();
        }
        return next != null;
    }

    private void deleteAll() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                deleteNext(0);
            }
        } catch (InterruptedException e) {
            // The context stops.
        }
    }

    @Override
    protected void doStart() {
        Thread thread = context.getExecutorServiceManager().newThread("BackgroundCutTempFiles", this::deleteAll);
        thread.start();
        deleter = Optional.of(thread);
    }

    @Override
    protected void doStop() {
        deleter.ifPresent(Thread::interrupt);
        deletions.forEach(Deletion::run);
    }

    /** A file on the disk, as the bytes that it takes are counted. */
    final class StoredFile {

        private final Path path;
        private final AtomicLong size = new AtomicLong();

        private StoredFile(Path path) {
            this.path = path;
        }

        Path path() {
            return path;
        }

        void grownTo(long length) {
            bytes.addAndGet(length - size.getAndSet(length));
        }

        void delete() throws IOException {
            Files.deleteIfExists(path);
            grownTo(0);
        }
    }

    /** The deletion of a file that is no longer reachable. */
    private final class Deletion extends PhantomReference<TempFile> implements Runnable {

        private final StoredFile file;
        private volatile boolean failed;

        Deletion(TempFile reachable, StoredFile file) {
            super(reachable, unreachable);
            this.file = file;
        }

        boolean hasFailed() {
            return failed;
        }

        @Override
        public void run() {
            try {
                file.delete();
                deletions.remove(this);
            } catch (IOException e) {
                // Where an open file can't be deleted: the next file, or the end of the context, tries again.
                LOG.debug("Can't delete the temporary file {} yet", file.path(), e);
                failed = true;
            }
        }
    }
}
