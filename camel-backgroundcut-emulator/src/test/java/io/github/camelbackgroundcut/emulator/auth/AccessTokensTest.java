// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.MutableClock;
import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.plan.Accounts;
import io.github.camelbackgroundcut.emulator.plan.Plan;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private static final Vertx VERTX = Vertx.vertx();

    private static final Accounts ACCOUNTS =
            new Accounts(List.of("first", "second"), Plan.unlimited(), Clock.systemUTC());

    private final MutableClock clock = new MutableClock();
    private final AccessTokens tokens = new AccessTokens(VERTX, ACCOUNTS, clock);

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void lookLikeAJwt() {
        String token = tokens.mint(1, List.of("*"), 60);

        assertThat(token).startsWith("eyJ").matches("[^.]+\\.[^.]+\\.[^.]+");
        JsonObject claims = new JsonObject(decode(token.split("\\.")[1]));
        assertThat(claims.getJsonArray("paths")).containsExactly("*");
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(60);
    }

    @Test
    void areGoodForTheirPaths() {
        String token = tokens.mint(1, List.of("/v3/files/*", "/v3/file-ops/upload/"), 60);

        assertThat(outcome(token, "/v3/files/a/b.png")).isEqualTo("accepted");
        assertThat(outcome(token, "/v3/file-ops/upload/")).isEqualTo("accepted");
        assertThat(outcome(token, "/v3/file-ops/usage/")).contains("does not cover");
    }

    @Test
    void expireToTheMillisecond() {
        clock.advance(Duration.ofMillis(400));
        String token = tokens.mint(1, List.of("*"), 1);

        clock.advance(Duration.ofMillis(999));
        assertThat(outcome(token, "/x")).isEqualTo("accepted");
        clock.advance(Duration.ofMillis(1));
        assertThat(outcome(token, "/x")).contains("expired");
    }

    @Test
    void ofAnotherInstanceAreRefused() {
        String token = new AccessTokens(VERTX, ACCOUNTS, clock).mint(1, List.of("*"), 60);

        assertThat(outcome(token, "/x")).contains("Invalid");
    }

    @Test
    void thatWereChangedAreRefused() {
        String[] parts = tokens.mint(1, List.of("/v3/files/*"), 60).split("\\.");
        JsonObject claims = new JsonObject(decode(parts[1])).put("paths", List.of("*"));

        assertThat(outcome(parts[0] + "." + encode(claims.encode()) + "." + parts[2], "/x"))
                .contains("Invalid");
    }

    @Test
    void withoutASignatureAreRefused() {
        String[] parts = tokens.mint(1, List.of("*"), 60).split("\\.");
        String header = encode("{\"alg\":\"none\",\"typ\":\"JWT\"}");

        assertThat(outcome(header + "." + parts[1] + ".", "/x")).contains("Invalid");
        assertThat(outcome(header + "." + parts[1], "/x")).contains("Invalid");
    }

    @Test
    void thatAreNoJwtAreRefused() {
        assertThat(outcome("nonsense", "/x")).contains("Invalid");
        assertThat(outcome("", "/x")).contains("Invalid");
    }

    private String outcome(String token, String path) {
        Future<Caller> check = tokens.check(token, path);
        return check.toCompletionStage()
                .handle((caller, failure) -> {
                    if (failure == null) {
                        assertThat(caller.account()).isSameAs(ACCOUNTS.get(1));
                        return "accepted";
                    }
                    assertThat(failure)
                            .isInstanceOfSatisfying(
                                    ApiError.class,
                                    error -> assertThat(error.status()).isEqualTo(401));
                    return failure.getMessage();
                })
                .toCompletableFuture()
                .join();
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encode(String part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8));
    }
}
