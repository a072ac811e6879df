// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.api.RequestJson;
import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The body of a call that changes the emulator. */
final class AdminJson {

    private AdminJson() {}

    /**
     * @param fields the known ones
     * @throws ApiError 415 unless the type is JSON: a page of another site needs a preflight for that, which is refused. 400 for
     *     an unknown field
     */
    static RequestJson of(RoutingContext context, String... fields) {
        String type = Optional.ofNullable(context.request().getHeader(HttpHeaders.CONTENT_TYPE))
                .orElse("");
        String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!essence.equals("application/json")) {
            throw ApiError.unsupportedMediaType("The Content-Type must be application/json");
        }
        RequestJson json = RequestJson.of(context);
        json.refuseOthersThan(Set.of(fields));
        return json;
    }
}
