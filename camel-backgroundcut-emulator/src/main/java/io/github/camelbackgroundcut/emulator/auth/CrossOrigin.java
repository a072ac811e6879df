// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.auth;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.Set;

/**
 * Lets pages of any origin call the API, as its access tokens are made for browsers. A preflight is answered here and
 * needs no credential; every other answer, errors included, gets the headers without which a page may not read it.
 */
public final class CrossOrigin {

    private static final int PREFLIGHT_SECONDS = 600;
    private static final String ANY = "*";

    private CrossOrigin() {}

    public static Handler<RoutingContext> handler() {
        return CorsHandler.create()
                .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST))
                .allowedHeaders(Set.of("Authorization", "Content-Type"))
                .exposedHeader("Retry-After")
                .maxAgeSeconds(PREFLIGHT_SECONDS);
    }

    /** For answers to requests that never reach the handler. */
    public static void allow(HttpServerRequest request) {
        if (request.getHeader(HttpHeaders.ORIGIN) != null) {
            request.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        }
    }
}
