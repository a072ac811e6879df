// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.auth.Credentials;
import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.store.StorePath;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * Refuses request paths with dot segments, encoded separators and the like before Vert.x normalizes them, so that
 * {@code /v3/files/../x} is an error and not another route.
 */
final class RawPathGuard implements Handler<RoutingContext> {

    private static final String API = "/v3/";

    private final Credentials credentials;

    RawPathGuard(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public void handle(RoutingContext context) {
        String path = context.request().path();
        try {
            check(path);
        } catch (ApiError error) {
            if (path.startsWith(API)) {
                // Callers without a credential learn nothing else.
                credentials
                        .check(context.request())
                        .onSuccess(v -> context.fail(error))
                        .onFailure(context::fail);
            } else {
                context.fail(error);
            }
            return;
        }
        context.next();
    }

    private static void check(String path) {
        if (path.equals("/")) {
            return;
        }
        for (String prefix : List.of(StorePath.URL_PREFIX, StorePath.PUBLIC_URL_PREFIX)) {
            if (path.startsWith(prefix)) {
                StorePath.fromUrl(path.substring(prefix.length()));
                return;
            }
        }
        // The API's own paths end in a slash.
        StorePath.fromUrl(path.substring(1, path.length() - (path.endsWith("/") ? 1 : 0)));
    }
}
