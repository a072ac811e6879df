// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault.injection;

import io.github.camelbackgroundcut.emulator.fault.FaultKind;
import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.store.StoredFile;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The answer to a call that went well, broken on demand. */
public final class BrokenAnswer {

    private static final Set<FaultKind> FAULTS = EnumSet.of(
            FaultKind.GATEWAY_TIMEOUT, FaultKind.MALFORMED, FaultKind.TRUNCATED, FaultKind.RESET_MID, FaultKind.LOST);
    // A HEAD has no body that could break.
    private static final Set<FaultKind> FAULTS_WITHOUT_BODY = EnumSet.of(FaultKind.GATEWAY_TIMEOUT, FaultKind.LOST);

    private static final Buffer HTML =
            Buffer.buffer("<!DOCTYPE html>\n<html><body>Not what you asked for</body></html>\n");
    private static final int LONGEST_PART = 64 * 1024;
    // A reset may overtake what was sent just before it.
    private static final long MILLIS_BEFORE_RESET = 50;

    private final RoutingContext context;
    private final FaultKind fault;

    private BrokenAnswer(RoutingContext context, FaultKind fault) {
        this.context = context;
        this.fault = fault;
    }

    /** How the answer is to break; empty if it is to arrive whole. */
    public static Optional<BrokenAnswer> of(RoutingContext context) {
        boolean hasBody = !context.request().method().equals(HttpMethod.HEAD);
        return CallFaults.strike(context, hasBody ? FAULTS : FAULTS_WITHOUT_BODY)
                .map(injected -> new BrokenAnswer(context, injected.fault()));
    }

    /** Breaks an answer that is in memory. The headers must be set. */
    public void send(Buffer body) {
        Buffer half = body.getBuffer(0, body.length() / 2);
        send(body.length(), half, half);
    }

    /** Breaks an answer that is a stored file. The headers must be set. */
    public void sendFile(StoredFile file) {
        context.vertx()
                .executeBlocking(() -> start(file), false)
                .onSuccess(start -> send(file.size(), start, HTML))
                .onFailure(context::fail);
    }

    /**
     * @param length    the length of the whole body
     * @param start     a part of it
     * @param malformed what to send in its place
     */
    private void send(long length, Buffer start, Buffer malformed) {
        switch (fault) {
            case GATEWAY_TIMEOUT -> context.fail(ApiError.onDemand(504));
            case MALFORMED -> context.response().end(malformed);
            case TRUNCATED ->
                sendStart(length, start, () -> context.request().connection().close());
            case RESET_MID ->
                sendStart(
                        length,
                        start,
                        () -> context.vertx()
                                .setTimer(MILLIS_BEFORE_RESET, id -> ConnectionReset.of(context.request())));
            default -> context.request().connection().close();
        }
    }

    private void sendStart(long length, Buffer start, Runnable then) {
        HttpServerResponse response = context.response().putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
        response.write(start).onComplete(sent -> then.run());
    }

    private static Buffer start(StoredFile file) throws IOException {
        try (InputStream in = Files.newInputStream(file.file())) {
            return Buffer.buffer(in.readNBytes((int) Math.min(file.size() / 2, LONGEST_PART)));
        }
    }
}
