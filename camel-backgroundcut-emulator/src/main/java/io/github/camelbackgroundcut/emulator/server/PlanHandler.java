// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.api.JsonAnswer;
import io.github.camelbackgroundcut.emulator.api.RequestJson;
import io.github.camelbackgroundcut.emulator.plan.Account;
import io.github.camelbackgroundcut.emulator.plan.Accounts;
import io.github.camelbackgroundcut.emulator.plan.Plan;
import io.github.camelbackgroundcut.emulator.plan.RateLimitKind;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code GET}, {@code PUT} and {@code DELETE /emulator/plan}: what the accounts may do, and what is left of it. */
final class PlanHandler implements Handler<RoutingContext> {

    private static final String REQUESTS_PER_MINUTE = "requests_per_minute";
    private static final String RATE_LIMIT = "rate_limit";
    private static final String CREDITS = "credits";

    private final Accounts accounts;

    PlanHandler(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (method.equals(HttpMethod.PUT)) {
            accounts.setPlan(plan(AdminJson.of(context, REQUESTS_PER_MINUTE, RATE_LIMIT, CREDITS)));
        } else if (method.equals(HttpMethod.DELETE)) {
            accounts.setPlan(Plan.unlimited());
        }
        JsonAnswer.ok(context, state(accounts));
    }

    private static Plan plan(RequestJson request) {
        Plan unlimited = Plan.unlimited();
        RateLimitKind kind = request.choice(
                RATE_LIMIT,
                RateLimitKind::fromText,
                unlimited.rateLimit(),
                "one of fixed-window, sliding-window, token-bucket");
        return new Plan(
                optional(request.optionalInteger(REQUESTS_PER_MINUTE, 1, Integer.MAX_VALUE)),
                kind,
                optional(request.optionalInteger(CREDITS, 0, Integer.MAX_VALUE)));
    }

    private static OptionalInt optional(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** Numbers that have no limit are left out. */
    static JsonObject state(Accounts accounts) {
        Plan plan = accounts.plan();
        JsonObject state = new JsonObject();
        plan.requestsPerMinute()
                .ifPresent(number -> state.put(REQUESTS_PER_MINUTE, number)
                        .put(RATE_LIMIT, plan.rateLimit().text()));
        plan.credits().ifPresent(number -> state.put(CREDITS, number));
        JsonArray left = new JsonArray();
        accounts.all().forEach(account -> left.add(left(account)));
        return state.put("accounts", left);
    }

    private static JsonObject left(Account account) {
        JsonObject left = new JsonObject();
        account.callsLeft().ifPresent(number -> left.put("requests_left", number));
        account.creditsLeft().ifPresent(number -> left.put("credits_left", number));
        return left;
    }
}
