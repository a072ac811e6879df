// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.clients;

import io.github.camelbackgroundcut.benchmarks.Arguments;
import io.github.camelbackgroundcut.benchmarks.Meter;
import java.io.IOException;
import java.io.OutputStream;
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

/** The same work by hand and without Camel. Pictures aren't moved when they are done. */
public final class HandTunedClient {

    private final HandTunedCalls calls;
    private final ExecutorService threads;
    private final int concurrency;

    private HandTunedClient(HandTunedCalls calls, ExecutorService threads, int concurrency) {
        this.calls = calls;
        this.threads = threads;
        this.concurrency = concurrency;
    }

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        PictureFolders folders = PictureFolders.of(arguments);
        int concurrency = arguments.count("concurrency");
        ExecutorService threads = Executors.newFixedThreadPool(concurrency);
        try (HandTunedCalls calls = new HandTunedCalls(arguments.text("baseUrl"), concurrency)) {
            HandTunedClient run = new HandTunedClient(calls, threads, concurrency);
            run.all(folders.warmUpInbox(), folders.outbox());
            Meter meter = new Meter();
            run.all(folders.inbox(), folders.outbox());
            meter.report(folders.pictures());
        } finally {
            threads.shutdown();
        }
    }

    private void all(Path inbox, Path outbox) throws Exception {
        Queue<Path> pictures;
        try (Stream<Path> files = Files.list(inbox)) {
            pictures = new ConcurrentLinkedQueue<>(files.toList());
        }
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < concurrency; i++) {
            workers.add(threads.submit(() -> {
                for (Path picture = pictures.poll(); picture != null; picture = pictures.poll()) {
                    one(picture, outbox);
                }
                return null;
            }));
        }
        for (Future<?> worker : workers) {
            worker.get();
        }
    }

    private void one(Path picture, Path outbox) throws IOException {
        calls.removeBackground(picture, result -> {
            try (OutputStream out = Files.newOutputStream(outbox.resolve(picture.getFileName()))) {
                HandTunedCalls.copy(result, out);
            }
        });
    }
}
