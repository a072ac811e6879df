// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.api.JsonAnswer;
import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.http.ConnectionGoneException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure into a status and {@code {"detail": "..."}}. */
final class ErrorHandler implements Handler<RoutingContext> {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandler.class);
    private static final long DRAIN_MILLIS = TimeUnit.SECONDS.toMillis(30);

    @Override
    public void handle(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed() || isConnectionGone(context.failure())) {
            LOG.debug("Nobody is left to tell about it", context.failure());
            return;
        }
        if (response.headWritten()) {
            // Half an answer must not look like a whole one.
            LOG.warn(
                    "{} {} broke off",
                    context.request().method(),
                    context.request().path(),
                    context.failure());
            response.reset();
            return;
        }
        ApiError error = toApiError(context);
        if (error.status() == 401) {
            response.putHeader("WWW-Authenticate", "Token realm=\"backgroundcut-emulator\"");
        }
        JsonAnswer.send(context, error.status(), new JsonObject().put("detail", error.getMessage()));
        drain(context);
    }

    /** A reset is reported before the connection counts as closed. */
    static boolean isConnectionGone(Throwable failure) {
        return failure instanceof ConnectionGoneException
                || failure instanceof HttpClosedException
                || failure instanceof SocketException;
    }

    private static ApiError toApiError(RoutingContext context) {
        if (context.failure() instanceof ApiError error) {
            return error;
        }
        if (context.failure() == null) {
            return ApiError.ofStatus(context.statusCode());
        }
        LOG.error("{} {} failed", context.request().method(), context.request().path(), context.failure());
        return ApiError.ofStatus(500);
    }

    /**
     * Many clients read the answer only after they have sent their whole body, and see a broken connection instead of
     * the status if no handler takes it. So it is taken and dropped, for a while.
     */
    private static void drain(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        request.handler(ignored -> {});
        request.resume();
        long timer = context.vertx()
                .setTimer(DRAIN_MILLIS, id -> request.connection().close());
        request.endHandler(ended -> context.vertx().cancelTimer(timer));
        request.exceptionHandler(gone -> context.vertx().cancelTimer(timer));
    }
}
