// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.auth;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.http.PercentEncoding;
import io.github.camelbackgroundcut.emulator.plan.Accounts;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.OptionalInt;

/** The accepted credentials: {@code Authorization: Token <API key>} or {@code Authorization: AccessToken <JWT>}. */
public final class Credentials {

    private static final String API_KEY_SCHEME = "Token";
    private static final String ACCESS_TOKEN_SCHEME = "AccessToken";

    private final Accounts accounts;
    private final AccessTokens accessTokens;

    public Credentials(Accounts accounts, AccessTokens accessTokens) {
        this.accounts = accounts;
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
    public Future<Caller> check(HttpServerRequest request) {
        Authorization authorization = Authorization.of(request);
        if (authorization.hasScheme(ACCESS_TOKEN_SCHEME)) {
            String path = PercentEncoding.decode(request.path()).orElse(request.path());
            return accessTokens.check(authorization.value(), path);
        }
        return checkKey(authorization);
    }

    private Future<Caller> checkKeyOnly(HttpServerRequest request) {
        Authorization authorization = Authorization.of(request);
        if (authorization.hasScheme(ACCESS_TOKEN_SCHEME)) {
            return Future.failedFuture(ApiError.unauthorized("An access token cannot be used here, only an API key"));
        }
        return checkKey(authorization);
    }

    private Future<Caller> checkKey(Authorization authorization) {
        if (!authorization.hasScheme(API_KEY_SCHEME)) {
            return Future.failedFuture(ApiError.unauthorized(
                    "Send the header 'Authorization: Token <API key>' or 'Authorization: AccessToken <access token>'"));
        }
        OptionalInt account = accounts.find(authorization.value());
        return account.isPresent()
                ? Future.succeededFuture(
                        new Caller(account.getAsInt(), accounts.get(account.getAsInt()), TokenScope.ALL))
                : Future.failedFuture(ApiError.unauthorized("Invalid API key"));
    }

    private static void guard(RoutingContext context, Future<Caller> check) {
        // The body must wait until somebody reads it.
        context.request().pause();
        check.onSuccess(caller -> {
                    caller.put(context);
                    context.next();
                })
                .onFailure(context::fail);
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
