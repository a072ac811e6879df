// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.auth.CrossOrigin;
import io.github.camelbackgroundcut.emulator.http.PercentEncoding;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** Answers what never reaches the routes, in the same words as all other errors. */
final class InvalidRequests {

    private InvalidRequests() {}

    /** Lets pass what Vert.x's router can read: it answers a broken escape on its own, and not in JSON. */
    static Handler<HttpServerRequest> refuseBrokenPaths(Handler<HttpServerRequest> next) {
        return request -> {
            if (PercentEncoding.decode(request.path() == null ? "" : request.path())
                    .isPresent()) {
                next.handle(request);
            } else {
                CrossOrigin.allow(request);
                refuse(request, 400, "Invalid path: its percent-encoding is broken");
            }
        };
    }

    /** For bytes that are no HTTP request. */
    static void refuseMalformed(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        if (cause instanceof TooLongHttpLineException) {
            refuse(request, 414, "The URL is too long");
        } else if (cause instanceof TooLongHttpHeaderException) {
            refuse(request, 431, "The headers are too long");
        } else {
            refuse(request, 400, "Malformed request");
        }
    }

    private static void refuse(HttpServerRequest request, int status, String detail) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(new JsonObject().put("detail", detail).toBuffer())
                .onComplete(sent -> request.connection().close());
    }
}
