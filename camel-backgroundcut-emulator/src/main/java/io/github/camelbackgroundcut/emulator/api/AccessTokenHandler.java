// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.github.camelbackgroundcut.emulator.auth.AccessTokens;
import io.github.camelbackgroundcut.emulator.auth.Caller;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code POST /v3/auth/access-token/}: mints an access token. */
public final class AccessTokenHandler implements Handler<RoutingContext> {

    private static final int MAX_SECONDS = 600;
    private static final int DEFAULT_SECONDS = 60;

    private final AccessTokens accessTokens;

    public AccessTokenHandler(AccessTokens accessTokens) {
        this.accessTokens = accessTokens;
    }

    @Override
    public void handle(RoutingContext context) {
        RequestJson request = RequestJson.of(context);
        List<String> paths = request.strings("paths").orElse(List.of("*"));
        if (paths.isEmpty()) {
            throw request.error("paths", "must not be empty");
        }
        int seconds = request.integer("expires_in", 1, MAX_SECONDS, DEFAULT_SECONDS);
        int account = Caller.of(context).accountNumber();
        JsonAnswer.ok(context, new JsonObject().put("access_token", accessTokens.mint(account, paths, seconds)));
    }
}
