// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import java.io.File;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.StreamCachingStrategy;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The temporary files of a Camel context. Each is deleted when nobody can reach its {@link TempFile} any more, and at the latest
 * when the context stops.
 */
final class TempFiles extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(TempFiles.class);

    /**
     * From so many bytes on, the JVM is asked to collect: files of bodies that nobody reads any more cost no memory, so that it
     * might not notice them before the disk is full.
     */
    static final long COLLECT_AT = 512L * 1024 * 1024;

    private static final long COLLECTION_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final Cleaner CLEANER = Cleaner.create();
    private static final ReentrantLock LOOKUP = new ReentrantLock();

    private final StreamCachingStrategy strategy;
    private final Set<Deletion> deletions = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytes = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition deleted = lock.newCondition();
    private volatile long collectAt = COLLECT_AT;

    private TempFiles(StreamCachingStrategy strategy) {
        this.strategy = strategy;
    }

    static TempFiles of(CamelContext context) {
        LOOKUP.lock();
        try {
            TempFiles known = context.hasService(TempFiles.class);
            if (known != null) {
                return known;
            }
            TempFiles made = new TempFiles(context.getStreamCachingStrategy());
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
        File spoolDirectory = strategy.isSpoolEnabled() ? strategy.getSpoolDirectory() : null;
        String prefix = "camel-backgroundcut-";
        Path path = spoolDirectory == null
                ? Files.createTempFile(prefix, extension)
                : Files.createTempFile(Files.createDirectories(spoolDirectory.toPath()), prefix, extension);
        Deletion deletion = new Deletion(path);
        deletions.add(deletion);
        TempFile file = new TempFile(path, deletion);
        CLEANER.register(file, deletion);
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
            long left = COLLECTION_NANOS;
            while (bytes.get() >= COLLECT_AT / 2 && left > 0) {
                left = deleted.awaitNanos(left);
            }
            // What is still there is in use: no other collection until there is that much again.
            collectAt = bytes.get() + COLLECT_AT;
            LOG.debug("{} bytes of temporary files are in use", bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected void doStop() {
        deletions.forEach(Deletion::run);
    }

    /** What happens to a file at its end. It must not know its {@link TempFile}, which would stay reachable. */
    final class Deletion implements Runnable {

        private final Path path;
        private final AtomicLong size = new AtomicLong();
        private volatile boolean failed;

        Deletion(Path path) {
            this.path = path;
        }

        void grownTo(long length) {
            bytes.addAndGet(length - size.getAndSet(length));
        }

        boolean hasFailed() {
            return failed;
        }

        @Override
        public void run() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // Where a file is open that can't be deleted: the next file, or the end of the context, tries again.
                LOG.debug("Can't delete the temporary file {} yet", path, e);
                failed = true;
                return;
            }
            if (deletions.remove(this)) {
                grownTo(0);
                lock.lock();
                try {
                    deleted.signalAll();
                } finally {
                    lock.unlock();
                }
            }
        }
    }
}
