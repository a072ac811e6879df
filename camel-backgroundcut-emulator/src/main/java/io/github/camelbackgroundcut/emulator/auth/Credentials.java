// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.auth;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.http.PercentEncoding;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The accepted credentials: {@code Authorization: Token <API key>} or {@code Authorization: AccessToken <JWT>}. */
public final class Credentials {

    private static final String API_KEY_SCHEME = "Token";
    private static final String ACCESS_TOKEN_SCHEME = "AccessToken";

    private final byte[] apiKey;
    private final AccessTokens accessTokens;

    public Credentials(String apiKey, AccessTokens accessTokens) {
        this.apiKey = apiKey.getBytes(StandardCharsets.UTF_8);
        this.accessTokens = accessTokens;
    }

    /** Lets an API key pass, and an access token that covers the path. */
    public Handler<RoutingContext> keyOrToken() {
        return context -> guard(context, check(context.request()));
    }

    /** Lets an API key pass only. */
    public Handler<RoutingContext> keyOnly() {
        return context -> guard(context, checkKeyOnly(context.request()));
    }

    /** Fails with a 401 unless the request's credential is good for its path. */
    public Future<Void> check(HttpServerRequest request) {
        Authorization authorization = Authorization.of(request);
        if (authorization.hasScheme(ACCESS_TOKEN_SCHEME)) {
            String path = PercentEncoding.decode(request.path()).orElse(request.path());
            return accessTokens.check(authorization.value(), path);
        }
        return checkKey(authorization);
    }

    private Future<Void> checkKeyOnly(HttpServerRequest request) {
        Authorization authorization = Authorization.of(request);
        if (authorization.hasScheme(ACCESS_TOKEN_SCHEME)) {
            return Future.failedFuture(ApiError.unauthorized("An access token cannot be used here, only an API key"));
        }
        return checkKey(authorization);
    }

    private Future<Void> checkKey(Authorization authorization) {
        if (!authorization.hasScheme(API_KEY_SCHEME)) {
            return Future.failedFuture(ApiError.unauthorized(
                    "Send the header 'Authorization: Token <API key>' or 'Authorization: AccessToken <access token>'"));
        }
        // In constant time, so that a key cannot be guessed byte by byte.
        boolean equal = MessageDigest.isEqual(apiKey, authorization.value().getBytes(StandardCharsets.UTF_8));
        return equal ? Future.succeededFuture() : Future.failedFuture(ApiError.unauthorized("Invalid API key"));
    }

    private static void guard(RoutingContext context, Future<Void> check) {
        // The body must wait until somebody reads it.
        context.request().pause();
        check.onSuccess(nothing -> context.next()).onFailure(context::fail);
    }

    private record Authorization(String scheme, String value) {

        static Authorization of(HttpServerRequest request) {
            String header = request.getHeader(HttpHeaders.AUTHORIZATION);
            String[] parts = header == null ? new String[0] : header.strip().split(" +", 2);
            return parts.length == 2 ? new Authorization(parts[0], parts[1]) : new Authorization("", "");
        }

        boolean hasScheme(String other) {
            return scheme.equalsIgnoreCase(other);
        }
    }
}
