// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.auth;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/** Lets so many calls of an account pass as its plan says. */
public final class RateGuard implements Handler<RoutingContext> {

    @Override
    public void handle(RoutingContext context) {
        Optional<Duration> wait = Caller.of(context).account().tryCall();
        if (wait.isEmpty()) {
            context.next();
            return;
        }
        // Rounded up: after a shorter wait the call would be refused again.
        long seconds = wait.get().plusSeconds(1).minusNanos(1).toSeconds();
        context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        context.fail(ApiError.tooManyRequests("Too many requests: try again in " + seconds + " s"));
    }
}
