// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.dialect.Vocabulary;
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
import io.vertx.core.MultiMap;
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
import java.util.function.Supplier;

/** {@code POST /v3/file-ops/upload/}: stores pictures. All of a call are stored, or none. */
public final class UploadHandler implements Handler<RoutingContext> {

    private static final int SIGNATURE_BYTES = 12;

    private final FileStore store;
    private final long maxBytes;
    private final Supplier<Dialect> dialect;

    public UploadHandler(FileStore store, long maxBytes, Supplier<Dialect> dialect) {
        this.store = store;
        this.maxBytes = maxBytes;
        this.dialect = dialect;
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
                .onSuccess(answer -> JsonAnswer.ok(context, answer))
                .onFailure(context::fail);
    }

    private Future<JsonObject> receiveAndStore(RoutingContext context, ClosingDelimiter closing, Staging staging) {
        if (context.response().closed()) {
            // The rest of the body will never come, and no event says so.
            return close(context, staging).compose(closed -> Future.failedFuture(new ConnectionGoneException()));
        }
        List<Vocabulary> spoken = dialect.get().vocabularies();
        List<String> partNames = spoken.stream().map(Vocabulary::filePart).toList();
        return new MultipartReceiver(context.request(), closing, partNames, staging, maxBytes)
                .receive()
                .compose(parts -> {
                    if (WorkFaults.resets(context)) {
                        ConnectionReset.of(context.request());
                        return Future.failedFuture(new ConnectionGoneException());
                    }
                    MultiMap form = context.request().formAttributes();
                    return context.vertx().executeBlocking(() -> store(vocabulary(spoken, parts), form, parts), false);
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

    /** Told by the name of the file parts. With parts of both names it is the first dialect, without the others. */
    private static Vocabulary vocabulary(List<Vocabulary> spoken, List<ReceivedPart> parts) {
        return spoken.stream()
                .filter(vocabulary ->
                        parts.stream().anyMatch(part -> part.name().equals(vocabulary.filePart())))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject store(Vocabulary vocabulary, MultiMap form, List<ReceivedPart> allParts) throws IOException {
        String place = form.get(vocabulary.uploadField());
        if (place == null) {
            throw ApiError.badRequest(vocabulary.uploadField() + " is required");
        }
        List<ReceivedPart> parts = allParts.stream()
                .filter(part -> part.name().equals(vocabulary.filePart()))
                .toList();
        return vocabulary == Vocabulary.KEYS
                ? storeUnder(new StorePath(place), parts)
                : storeIn(new StorePath(place), parts);
    }

    private JsonObject storeUnder(StorePath key, List<ReceivedPart> parts) throws IOException {
        if (parts.size() > 1) {
            throw ApiError.badRequest("There are " + parts.size() + " file parts, but only one can have the key");
        }
        ReceivedPart part = parts.get(0);
        store.putAll(List.of(new NewFile(key, part.file(), detect(part), Optional.empty())));
        return new JsonObject().put("success", true);
    }

    private JsonObject storeIn(StorePath folder, List<ReceivedPart> parts) throws IOException {
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
        JsonArray stored = new JsonArray();
        files.forEach(file -> stored.add(file.path().value()));
        return new JsonObject().put("file_paths", stored);
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
