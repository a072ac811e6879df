// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerFileUpload;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Streams one file part to disk, as fast as the disk takes it. Unlike Vert.x's own {@code streamToFileSystem} it can be
 * stopped at any time and says when the file is closed, so that nothing is left behind.
 */
final class PartWriter {

    private final HttpServerFileUpload part;
    private final Path file;
    private final Promise<Void> closed = Promise.promise();

    private Optional<AsyncFile> output = Optional.empty();
    private boolean stopped;

    private PartWriter(HttpServerFileUpload part, Path file) {
        this.part = part;
        this.file = file;
    }

    static PartWriter start(HttpServerFileUpload part, Path file, FileSystem fileSystem) {
        PartWriter writer = new PartWriter(part, file);
        part.pause();
        OpenOptions options = new OpenOptions().setRead(false).setWrite(true).setCreateNew(true);
        fileSystem.open(file.toString(), options).onSuccess(writer::write).onFailure(e -> {
            writer.discardRest();
            writer.closed.tryFail(e);
        });
        return writer;
    }

    String fileName() {
        return part.filename();
    }

    Path file() {
        return file;
    }

    /** Whether the part's end was received. */
    boolean isComplete() {
        return part.isSizeAvailable();
    }

    /** Completes when the file is closed, and fails if it could not be written whole. */
    Future<Void> closed() {
        return closed.future();
    }

    /** Stops writing; what still arrives is dropped. */
    void stop() {
        stopped = true;
        discardRest();
        output.ifPresent(this::close);
    }

    private void write(AsyncFile opened) {
        output = Optional.of(opened);
        if (stopped) {
            close(opened);
            return;
        }
        part.handler(data -> write(opened, data));
        part.endHandler(end -> close(opened));
        part.resume();
    }

    private void write(AsyncFile opened, Buffer data) {
        opened.write(data).onFailure(e -> {
            closed.tryFail(e);
            stop();
        });
        if (opened.writeQueueFull()) {
            part.pause();
            opened.drainHandler(drained -> part.resume());
        }
    }

    private void discardRest() {
        part.handler(data -> {});
        part.resume();
    }

    private void close(AsyncFile opened) {
        if (output.isEmpty()) {
            return;
        }
        output = Optional.empty();
        opened.close().onSuccess(closed::tryComplete).onFailure(closed::tryFail);
    }
}
