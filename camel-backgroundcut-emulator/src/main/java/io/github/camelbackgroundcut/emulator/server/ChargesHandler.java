// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.api.JsonAnswer;
import io.github.camelbackgroundcut.emulator.store.Charges;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** {@code GET /emulator/charges}: how often each output path was charged. */
final class ChargesHandler implements Handler<RoutingContext> {

    private final Charges charges;

    ChargesHandler(Charges charges) {
        this.charges = charges;
    }

    @Override
    public void handle(RoutingContext context) {
        Map<String, Integer> byPath = charges.byPath();
        JsonObject paths = new JsonObject();
        byPath.forEach(paths::put);
        JsonAnswer.ok(context, new JsonObject().put("total", total(byPath)).put("paths", paths));
    }

    static int total(Map<String, Integer> byPath) {
        return byPath.values().stream().mapToInt(Integer::intValue).sum();
    }
}
