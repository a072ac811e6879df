// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.github.camelbackgroundcut.emulator.auth.Caller;
import io.github.camelbackgroundcut.emulator.auth.PublicUrls;
import io.github.camelbackgroundcut.emulator.store.FileStore;
import io.github.camelbackgroundcut.emulator.store.StorePath;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** {@code POST /v3/file-ops/get-public-url/}: a URL that reads a file without a credential, for some minutes. */
public final class PublicUrlHandler implements Handler<RoutingContext> {

    private final FileStore store;
    private final PublicUrls urls;

    public PublicUrlHandler(FileStore store, PublicUrls urls) {
        this.store = store;
        this.urls = urls;
    }

    @Override
    public void handle(RoutingContext context) {
        StorePath key = RequestJson.of(context).path("key");
        Caller.of(context).requireKey(key.value());
        context.vertx()
                .executeBlocking(() -> store.get(key), false)
                .map(file -> new JsonObject().put("url", urls.mint(key, context.request())))
                .onSuccess(answer -> JsonAnswer.ok(context, answer))
                .onFailure(context::fail);
    }
}
