// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.github.camelbackgroundcut.emulator.fault.injection.ConnectionReset;
import io.github.camelbackgroundcut.emulator.fault.injection.WorkFaults;
import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.http.ConnectionGoneException;
import io.github.camelbackgroundcut.emulator.picture.PictureFormat;
import io.github.camelbackgroundcut.emulator.store.FileStore;
import io.github.camelbackgroundcut.emulator.store.NewFile;
import io.github.camelbackgroundcut.emulator.store.Staging;
import io.github.camelbackgroundcut.emulator.store.StorePath;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code POST /v3/file-ops/upload/}: stores pictures. All of a call are stored, or none. */
public final class UploadHandler implements Handler<RoutingContext> {

    private static final int SIGNATURE_BYTES = 12;

    private final FileStore store;
    private final long maxBytes;

    public UploadHandler(FileStore store, long maxBytes) {
        this.store = store;
        this.maxBytes = maxBytes;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        ClosingDelimiter closing = requireMultipart(request);
        requireLength(request);
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        context.vertx()
                .executeBlocking(store::stage, false)
                .compose(staging -> receiveAndStore(context, closing, staging))
                .onSuccess(paths -> JsonAnswer.ok(context, new JsonObject().put("file_paths", paths)))
                .onFailure(context::fail);
    }

    private Future<JsonArray> receiveAndStore(RoutingContext context, ClosingDelimiter closing, Staging staging) {
        if (context.response().closed()) {
            // What has not come yet never will, and nobody would tell.
            return close(context, staging).compose(closed -> Future.failedFuture(new ConnectionGoneException()));
        }
        return new MultipartReceiver(context.request(), closing, staging, maxBytes)
                .receive()
                .compose(parts -> {
                    if (WorkFaults.resets(context)) {
                        ConnectionReset.of(context.request());
                        return Future.failedFuture(new ConnectionGoneException());
                    }
                    Optional<String> uploadPath =
                            Optional.ofNullable(context.request().getFormAttribute("upload_path"));
                    return context.vertx().executeBlocking(() -> store(uploadPath, parts), false);
                })
                .eventually(() -> close(context, staging));
    }

    private static Future<Void> close(RoutingContext context, Staging staging) {
        return context.vertx()
                .executeBlocking(
                        () -> {
                            staging.close();
                            return null;
                        },
                        false);
    }

    private JsonArray store(Optional<String> uploadPath, List<ReceivedPart> parts) throws IOException {
        StorePath folder = new StorePath(uploadPath.orElseThrow(() -> ApiError.badRequest("upload_path is required")));
        List<NewFile> files = new ArrayList<>();
        Set<StorePath> paths = new HashSet<>();
        for (ReceivedPart part : parts) {
            PictureFormat format = detect(part);
            StorePath path = folder.resolve(UploadedFileName.storedName(part.fileName(), format));
            if (!paths.add(path)) {
                throw ApiError.badRequest("Two files of this upload would both be " + path);
            }
            files.add(new NewFile(path, part.file(), format, Optional.empty()));
        }
        store.putAll(files);
        JsonArray answer = new JsonArray();
        files.forEach(file -> answer.add(file.path().value()));
        return answer;
    }

    private static PictureFormat detect(ReceivedPart part) throws IOException {
        return PictureFormat.detect(firstBytes(part.file()))
                .orElseThrow(() -> ApiError.badRequest(
                        "'" + part.fileName() + "' is no picture: only PNG, JPEG and WebP are accepted"));
    }

    private static byte[] firstBytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SIGNATURE_BYTES);
        }
    }

    private static ClosingDelimiter requireMultipart(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_TYPE))
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data"))
                .flatMap(ClosingDelimiter::of)
                .orElseThrow(
                        () -> ApiError.badRequest("The Content-Type must be multipart/form-data, with a boundary"));
    }

    private void requireLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > maxBytes) {
            throw ApiError.tooLarge("The upload is larger than " + maxBytes + " bytes");
        }
    }
}
