// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.github.camelbackgroundcut.emulator.fault.injection.BrokenAnswer;
import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.store.FileStore;
import io.github.camelbackgroundcut.emulator.store.StorePath;
import io.github.camelbackgroundcut.emulator.store.StoredFile;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** {@code GET} (or {@code HEAD}) of a stored file, sent from the disk without a detour through the heap. */
public final class FilesHandler implements Handler<RoutingContext> {

    private final FileStore store;
    private final String prefix;

    /** @param prefix the part before the file's path, such as {@code /v3/files/} */
    public FilesHandler(FileStore store, String prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    @Override
    public void handle(RoutingContext context) {
        // The path as it was sent: Vert.x has resolved dot segments in the normalized one.
        StorePath path = StorePath.fromUrl(context.request().path().substring(prefix.length()));
        context.vertx()
                .executeBlocking(() -> store.get(path), false)
                .onSuccess(file -> send(context, file))
                .onFailure(context::fail);
    }

    private static void send(RoutingContext context, StoredFile file) {
        if (context.response().closed()) {
            return;
        }
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, file.format().mediaType())
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        Optional<BrokenAnswer> broken = BrokenAnswer.of(context);
        if (broken.isPresent()) {
            broken.get().sendFile(file);
        } else if (context.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(file.size()))
                    .end();
        } else {
            sendWhole(context, file);
        }
    }

    private static void sendWhole(RoutingContext context, StoredFile file) {
        context.response().sendFile(file.file().toString()).onFailure(e -> {
            if (context.response().closed()) {
                return;
            }
            // It expired in this very moment.
            context.fail(context.response().headWritten() ? e : ApiError.notFound("No such file: " + file.path()));
        });
    }
}
