// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.auth;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.plan.Accounts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Mints and checks access tokens: JWTs signed with a secret of this instance, so that no token outlives it. Claims:
 * {@code paths}, the globs; {@code account}, the number of the account; {@code iat} and {@code exp} in seconds; {@code exp_ms}, the exact end.
 */
public final class AccessTokens {

    private static final String ALGORITHM = "HS256";
    private static final int SECRET_BYTES = 32;

    private final JWTAuth jwt;
    private final Accounts accounts;
    private final Clock clock;

    public AccessTokens(Vertx vertx, Accounts accounts, Clock clock) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        this.accounts = accounts;
        this.clock = clock;
        this.jwt = JWTAuth.create(
                vertx,
                new JWTAuthOptions()
                        // Expiry is checked below, by our own clock.
                        .setJWTOptions(new JWTOptions().setIgnoreExpiration(true))
                        .addPubSecKey(
                                new PubSecKeyOptions().setAlgorithm(ALGORITHM).setBuffer(Buffer.buffer(secret))));
    }

    /** @param account the number of the account that the token's calls count to */
    public String mint(int account, List<String> paths, int expiresInSeconds) {
        Instant now = clock.instant();
        Instant end = now.plusSeconds(expiresInSeconds);
        JsonObject claims = new JsonObject()
                .put("paths", new JsonArray(paths))
                .put("account", account)
                .put("iat", now.getEpochSecond())
                // Rounded up: a client that reads it must not be told an earlier end.
                .put("exp", (end.toEpochMilli() + 999) / 1000)
                .put("exp_ms", end.toEpochMilli());
        return jwt.generateToken(
                claims, new JWTOptions().setAlgorithm(ALGORITHM).setNoTimestamp(true));
    }

    /** Fails with a 401 if the token is not one of ours, has expired, or does not cover the path. */
    Future<Caller> check(String token, String path) {
        return jwt.authenticate(new TokenCredentials(token))
                .recover(e -> Future.failedFuture(ApiError.unauthorized("Invalid access token")))
                .compose(user -> checkClaims(user.principal(), path));
    }

    private Future<Caller> checkClaims(JsonObject claims, String path) {
        if (clock.millis() >= claims.getLong("exp_ms")) {
            return Future.failedFuture(ApiError.unauthorized("The access token has expired"));
        }
        TokenScope scope = TokenScope.of(
                claims.getJsonArray("paths").stream().map(String.class::cast).toList());
        int account = claims.getInteger("account");
        return scope.covers(path)
                ? Future.succeededFuture(new Caller(account, accounts.get(account), scope))
                : Future.failedFuture(ApiError.unauthorized("The access token does not cover " + path));
    }
}
