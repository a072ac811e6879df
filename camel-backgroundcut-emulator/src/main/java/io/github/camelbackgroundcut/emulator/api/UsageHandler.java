// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.github.camelbackgroundcut.emulator.store.FileStore;
import io.github.camelbackgroundcut.emulator.store.StoredFile;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code GET /v3/file-ops/usage/}: how much of the storage is used. */
public final class UsageHandler implements Handler<RoutingContext> {

    private final FileStore store;

    public UsageHandler(FileStore store) {
        this.store = store;
    }

    @Override
    public void handle(RoutingContext context) {
        JsonAnswer.ok(context, usage(store));
    }

    public static JsonObject usage(FileStore store) {
        List<StoredFile> files = store.list();
        return new JsonObject()
                .put("used_bytes", files.stream().mapToLong(StoredFile::size).sum())
                .put("quota_bytes", store.quotaBytes())
                .put("file_count", files.size());
    }
}
