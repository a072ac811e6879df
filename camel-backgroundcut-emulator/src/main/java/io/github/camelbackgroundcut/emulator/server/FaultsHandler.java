// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.api.JsonAnswer;
import io.github.camelbackgroundcut.emulator.api.RequestJson;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import io.github.camelbackgroundcut.emulator.fault.FaultRun;
import io.github.camelbackgroundcut.emulator.fault.injection.FaultControl;
import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** {@code GET}, {@code PUT} and {@code DELETE /emulator/faults}: which faults are on, and what they did. */
final class FaultsHandler implements Handler<RoutingContext> {

    private final FaultControl faults;

    FaultsHandler(FaultControl faults) {
        this.faults = faults;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (method.equals(HttpMethod.PUT)) {
            faults.set(plan(context));
        } else if (method.equals(HttpMethod.DELETE)) {
            faults.set(FaultPlan.none());
        }
        JsonAnswer.ok(context, state());
    }

    private static FaultPlan plan(RoutingContext context) {
        RequestJson request = AdminJson.of(context, "faults", "seed");
        try {
            FaultPlan plan = FaultPlan.parse(request.string("faults"));
            return request.longInteger("seed").map(plan::withSeed).orElse(plan);
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest(e.getMessage());
        }
    }

    private JsonObject state() {
        FaultRun run = faults.run();
        JsonObject struck = new JsonObject();
        run.struck().forEach(struck::put);
        return new JsonObject()
                .put("faults", run.plan().toString())
                .put("seed", run.plan().seed())
                .put("struck", struck);
    }
}
