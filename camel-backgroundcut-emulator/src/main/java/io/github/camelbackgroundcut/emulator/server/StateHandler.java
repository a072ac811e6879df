// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.api.JsonAnswer;
import io.github.camelbackgroundcut.emulator.api.UsageHandler;
import io.github.camelbackgroundcut.emulator.store.FileStore;
import io.github.camelbackgroundcut.emulator.store.Making;
import io.github.camelbackgroundcut.emulator.store.StorePath;
import io.github.camelbackgroundcut.emulator.store.StoredFile;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code GET /emulator/state}: what the page shows. */
final class StateHandler implements Handler<RoutingContext> {

    private static final int MAX_FILES = 200;
    private static final int MAX_CHARGES = 200;

    private final Services services;
    private final FileStore store;
    private final CallLog callLog;

    StateHandler(Services services, CallLog callLog) {
        this.services = services;
        this.store = services.store();
        this.callLog = callLog;
    }

    @Override
    public void handle(RoutingContext context) {
        JsonArray fileArray = new JsonArray();
        latestFiles().forEach(file -> fileArray.add(toJson(file)));
        JsonArray callArray = new JsonArray();
        callLog.calls().forEach(call -> callArray.add(toJson(call)));
        JsonAnswer.ok(
                context,
                new JsonObject()
                        .put("usage", UsageHandler.usage(store))
                        .put("expiry_seconds", store.expiry().toSeconds())
                        .put("files", fileArray)
                        .put("calls", callArray)
                        .put("charges", charges(services.charges().byPath()))
                        .put("engine", services.cutouts().engineName())
                        .put("dialect", services.dialect().get().text())
                        .put("plan", PlanHandler.state(services.accounts()))
                        .put("faults", services.faults().run().plan().toString())
                        .put("open_connections", services.connections().count()));
    }

    /** The latest, and the originals of those that are cutouts, however old. */
    private List<StoredFile> latestFiles() {
        List<StoredFile> files = store.list();
        List<StoredFile> latest = files.subList(Math.max(0, files.size() - MAX_FILES), files.size());
        Set<StorePath> shown = latest.stream()
                .flatMap(file -> Stream.concat(Stream.of(file.path()), file.making().map(Making::from).stream()))
                .collect(Collectors.toSet());
        return files.stream().filter(file -> shown.contains(file.path())).toList();
    }

    /** The total, and the paths that were charged for the first time last. */
    private static JsonObject charges(Map<String, Integer> byPath) {
        JsonObject paths = new JsonObject();
        byPath.entrySet().stream()
                .skip(Math.max(0, byPath.size() - MAX_CHARGES))
                .forEach(charge -> paths.put(charge.getKey(), charge.getValue()));
        return new JsonObject().put("total", ChargesHandler.total(byPath)).put("paths", paths);
    }

    private JsonObject toJson(StoredFile file) {
        JsonObject json = new JsonObject()
                .put("path", file.path().value())
                .put("made_from", null)
                .put("media_type", file.format().mediaType())
                .put("bytes", file.size())
                .put("stored_at", file.storedAt())
                .put("expires_at", store.expiresAt(file));
        file.making()
                .ifPresent(making -> json.put("made_from", making.from().value())
                        .put("engine", making.engine())
                        .put("quality", making.quality().orElse(null))
                        .put("engine_millis", making.time().toMillis())
                        .put("cropped", making.cropped()));
        return json;
    }

    private static JsonObject toJson(Call call) {
        return new JsonObject()
                .put("time", call.time())
                .put("method", call.method())
                .put("path", call.path())
                .put("status", call.status())
                .put("millis", call.millis())
                .put("bytes_received", call.bytesReceived())
                .put("bytes_sent", call.bytesSent())
                .put("faults", call.faults().orElse(null));
    }
}
