// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerFileUpload;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Streams one file part to disk, as fast as the disk takes it. Unlike Vert.x's own {@code streamToFileSystem} it can be
 * stopped at any time and says when the file is closed, so that nothing is left behind.
 */
final class PartWriter {

    private final Vertx vertx;
    private final HttpServerFileUpload part;
    private final Path file;
    private final Promise<Void> closed = Promise.promise();

    private Optional<AsyncFile> output = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();
    private boolean waitingForDisk = true;
    private boolean partEnded;
    private boolean bodyEnded;
    private boolean stopped;

    private PartWriter(Vertx vertx, HttpServerFileUpload part, Path file) {
        this.vertx = vertx;
        this.part = part;
        this.file = file;
    }

    static PartWriter start(Vertx vertx, HttpServerFileUpload part, Path file) {
        PartWriter writer = new PartWriter(vertx, part, file);
        part.pause();
        part.handler(writer::write);
        part.endHandler(end -> writer.endPart());
        OpenOptions options = new OpenOptions().setRead(false).setWrite(true).setCreateNew(true);
        vertx.fileSystem().open(file.toString(), options).onComplete(writer::opened);
        return writer;
    }

    String fileName() {
        return part.filename();
    }

    Path file() {
        return file;
    }

    /** Completes when the file is closed, and fails if it could not be written whole. */
    Future<Void> closed() {
        return closed.future();
    }

    /** Tells that nothing more arrives. A part that has not come to its end by then was cut off. */
    void endBody() {
        bodyEnded = true;
        if (!waitingForDisk) {
            checkTruncated();
        }
    }

    /** Stops writing; what still arrives is dropped. */
    void stop() {
        stopped = true;
        part.resume();
        close();
    }

    private void opened(AsyncResult<AsyncFile> result) {
        if (result.failed()) {
            stopped = true;
            part.resume();
            closed.tryFail(result.cause());
            return;
        }
        output = Optional.of(result.result());
        if (stopped) {
            close();
        } else {
            diskReady();
        }
    }

    private void write(Buffer data) {
        if (stopped || output.isEmpty()) {
            return;
        }
        AsyncFile open = output.get();
        open.write(data).onFailure(this::fail);
        if (open.writeQueueFull()) {
            waitingForDisk = true;
            part.pause();
            open.drainHandler(drained -> diskReady());
        }
    }

    private void diskReady() {
        waitingForDisk = false;
        part.resume();
        // What was held back is delivered by a task of its own, and this one runs after it.
        vertx.runOnContext(delivered -> checkTruncated());
    }

    private void checkTruncated() {
        if (bodyEnded && !partEnded && !waitingForDisk) {
            fail(ApiError.badRequest("The multipart body ends in the middle of a part"));
        }
    }

    private void fail(Throwable cause) {
        failure = failure.or(() -> Optional.of(cause));
        stop();
    }

    private void endPart() {
        partEnded = true;
        close();
    }

    private void close() {
        output.ifPresent(open -> {
            output = Optional.empty();
            open.close()
                    .onComplete(result -> failure.or(() -> Optional.ofNullable(result.cause()))
                            .ifPresentOrElse(closed::tryFail, closed::tryComplete));
        });
    }
}
