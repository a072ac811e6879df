// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.github.camelbackgroundcut.emulator.fault.injection.BrokenAnswer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Sends JSON that no cache keeps. */
public final class JsonAnswer {

    private static final String MEDIA_TYPE = "application/json; charset=utf-8";

    private JsonAnswer() {}

    public static void ok(RoutingContext context, JsonObject body) {
        if (isGone(context)) {
            return;
        }
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        BrokenAnswer.of(context)
                .ifPresentOrElse(broken -> broken.send(body.toBuffer()), () -> send(context, 200, body));
    }

    public static void send(RoutingContext context, int status, JsonObject body) {
        if (isGone(context)) {
            return;
        }
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body.toBuffer());
    }

    private static boolean isGone(RoutingContext context) {
        return context.response().ended() || context.response().closed();
    }
}
