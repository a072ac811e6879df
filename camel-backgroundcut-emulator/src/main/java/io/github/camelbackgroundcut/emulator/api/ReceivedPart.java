// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerFileUpload;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file part that Vert.x writes to disk.
 *
 * @param upload  the part
 * @param file    the file
 * @param written completes when the file is written and closed; fails if it was not written whole
 */
record ReceivedPart(HttpServerFileUpload upload, Path file, Future<Void> written) {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedPart.class);

    static ReceivedPart receive(HttpServerFileUpload upload, Path file) {
        return new ReceivedPart(upload, file, upload.streamToFileSystem(file.toString()));
    }

    /** The name of the part, such as {@code files}. */
    String name() {
        return upload.name();
    }

    String fileName() {
        return upload.filename();
    }

    /** Stops writing and drops the rest. Does nothing if the file is complete, or if writing has failed. */
    void cancel() {
        try {
            upload.cancelStreamToFileSystem();
        } catch (IllegalStateException e) {
            // Vert.x throws this if its stream failed first, as after a disconnect, and the file is closed.
            LOG.debug("{} is closed already", file, e);
        }
    }
}
