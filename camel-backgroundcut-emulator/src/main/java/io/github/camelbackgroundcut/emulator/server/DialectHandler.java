// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.api.JsonAnswer;
import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicReference;

/** {@code GET}, {@code PUT} and {@code DELETE /emulator/dialect}: which dialects are spoken. */
final class DialectHandler implements Handler<RoutingContext> {

    private static final String DIALECT = "dialect";

    private final AtomicReference<Dialect> dialect;

    DialectHandler(AtomicReference<Dialect> dialect) {
        this.dialect = dialect;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (method.equals(HttpMethod.PUT)) {
            dialect.set(AdminJson.of(context, DIALECT)
                    .requiredChoice(DIALECT, Dialect::fromText, "one of paths, keys, both"));
        } else if (method.equals(HttpMethod.DELETE)) {
            dialect.set(Dialect.BOTH);
        }
        JsonAnswer.ok(context, new JsonObject().put(DIALECT, dialect.get().text()));
    }
}
