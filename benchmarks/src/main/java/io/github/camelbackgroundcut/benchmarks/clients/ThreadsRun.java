// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.clients;

import io.github.camelbackgroundcut.benchmarks.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Runs a program without Camel twice, over two folders: to get warm, and to be measured. Pictures aren't moved when they are done. */
final class ThreadsRun {

    private final PictureFolders folders;
    private final int concurrency;

    ThreadsRun(PictureFolders folders, int concurrency) {
        this.folders = folders;
        this.concurrency = concurrency;
    }

    /** Measures the work and prints the result. */
    void measure(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(concurrency);
        try {
            all(threads, folders.warmUpInbox(), work);
            Meter meter = new Meter();
            all(threads, folders.inbox(), work);
            meter.report(folders.pictures());
        } finally {
            threads.shutdown();
        }
    }

    private void all(ExecutorService threads, Path inbox, Work work) throws Exception {
        Queue<Path> pictures;
        try (Stream<Path> files = Files.list(inbox)) {
            pictures = new ConcurrentLinkedQueue<>(files.toList());
        }
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < concurrency; i++) {
            workers.add(threads.submit(() -> {
                for (Path picture = pictures.poll(); picture != null; picture = pictures.poll()) {
                    work.removeBackground(picture, folders.outbox().resolve(picture.getFileName()));
                }
                return null;
            }));
        }
        for (Future<?> worker : workers) {
            worker.get();
        }
    }

    /** What is done with a picture. */
    @FunctionalInterface
    interface Work {
        void removeBackground(Path picture, Path cutout) throws IOException;
    }
}
