// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.store.Staging;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooLongFormFieldException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooManyFormFieldsException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Receives one multipart body: its file parts of the right names into a staging folder, within limits. */
public final class MultipartReceiver {

    public static final int MAX_PARTS = 100;
    public static final int MAX_FIELD_BYTES = 8 * 1024;

    private final HttpServerRequest request;
    private final Staging staging;
    private final long maxBytes;

    private final ClosingDelimiter closing;
    private final List<String> partNames;
    private final List<ReceivedPart> files = new ArrayList<>();
    private final Promise<List<ReceivedPart>> received = Promise.promise();
    private Optional<Throwable> failure = Optional.empty();
    private Optional<String> strangerPart = Optional.empty();
    private long bytes;
    private int parts;

    /**
     * @param closing   the delimiter that the body must end with
     * @param partNames the names of the file parts that count
     */
    MultipartReceiver(
            HttpServerRequest request,
            ClosingDelimiter closing,
            List<String> partNames,
            Staging staging,
            long maxBytes) {
        this.request = request;
        this.closing = closing;
        this.partNames = partNames;
        this.staging = staging;
        this.maxBytes = maxBytes;
    }

    /**
     * Reads the body of a paused request. The future completes or fails when all files are closed: from then on nobody
     * writes into the staging folder.
     */
    Future<List<ReceivedPart>> receive() {
        try {
            request.setExpectMultipart(true);
        } catch (RuntimeException e) {
            // No boundary, for one.
            return Future.failedFuture(malformed(e));
        }
        request.exceptionHandler(this::fail);
        request.uploadHandler(this::receivePart);
        request.handler(this::receiveData);
        request.endHandler(end -> finish());
        request.resume();
        return received.future();
    }

    private void receivePart(HttpServerFileUpload part) {
        if (++parts > MAX_PARTS) {
            fail(ApiError.badRequest("More than " + MAX_PARTS + " file parts"));
        }
        if (failure.isPresent() || !partNames.contains(part.name())) {
            strangerPart = Optional.of(part.name());
            part.handler(dropped -> {});
            return;
        }
        ReceivedPart file = ReceivedPart.receive(part, staging.file(Integer.toString(parts)));
        file.written().onFailure(this::fail);
        files.add(file);
    }

    private void receiveData(Buffer data) {
        closing.add(data);
        bytes += data.length();
        if (bytes > maxBytes) {
            fail(ApiError.tooLarge("The upload is larger than " + maxBytes + " bytes"));
        }
    }

    private void finish() {
        if (failure.isPresent()) {
            return;
        }
        if (files.isEmpty()) {
            fail(ApiError.badRequest("There is no file part named " + quotedNames()
                    + strangerPart.map(name -> ", but one named '" + name + "'").orElse("")));
        } else if (!closing.isReached()) {
            fail(ApiError.badRequest("The multipart body ends in the middle of a part"));
        } else {
            awaitWritten().onSuccess(done -> received.tryComplete(List.copyOf(files)));
        }
    }

    private String quotedNames() {
        return partNames.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or "));
    }

    private void fail(Throwable cause) {
        if (failure.isPresent()) {
            return;
        }
        failure = Optional.of(cause);
        if (!request.isEnded()) {
            // The rest is not worth parsing.
            request.setExpectMultipart(false);
        }
        files.forEach(ReceivedPart::cancel);
        awaitWritten().onComplete(done -> received.tryFail(toApiError(cause)));
    }

    private Future<?> awaitWritten() {
        return Future.join(files.stream().map(ReceivedPart::written).toList());
    }

    private Throwable toApiError(Throwable cause) {
        if (cause instanceof ApiError) {
            return cause;
        }
        if (cause instanceof TooManyFormFieldsException) {
            return ApiError.badRequest("More than " + MAX_PARTS + " form fields");
        }
        if (cause instanceof TooLongFormFieldException || isOversizedField(cause)) {
            return ApiError.tooLarge("A form field, or a part's header, is larger than " + MAX_FIELD_BYTES + " bytes");
        }
        if (cause instanceof io.netty.handler.codec.DecoderException) {
            return malformed(cause);
        }
        return cause;
    }

    // Netty has no type of its own for it.
    private static boolean isOversizedField(Throwable cause) {
        Throwable root = cause.getCause() == null ? cause : cause.getCause();
        return String.valueOf(root.getMessage()).startsWith("Size exceed allowed maximum capacity");
    }

    private static ApiError malformed(Throwable cause) {
        return ApiError.badRequest("The multipart body is malformed: " + cause.getMessage());
    }
}
