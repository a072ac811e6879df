// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.plan.Plan;
import io.github.camelbackgroundcut.emulator.plan.RateLimitKind;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each account may do, and how that is shown and changed. */
class PlanIT {

    private static final String PLAN = "/emulator/plan";
    private static final String DIALECT = "/emulator/dialect";
    private static final MutableClock CLOCK = new MutableClock();

    @RegisterExtension
    static final BackgroundCutEmulatorExtension EMULATOR =
            new BackgroundCutEmulatorExtension(EmulatorConfiguration.builder()
                    .apiKeys(List.of("first-key", "second-key"))
                    .engine(new FakeEngine())
                    .clock(CLOCK)
                    .build());

    private BackgroundCutEmulator emulator;
    private TestClient first;
    private TestClient second;
    private TestClient admin;

    @BeforeEach
    void connect() {
        emulator = EMULATOR.emulator();
        first = TestClient.of(emulator);
        second = first.with("Token second-key");
        admin = first.with("");
    }

    @AfterEach
    void makeUnlimited() {
        emulator.setPlan(Plan.unlimited());
        emulator.setDialect(Dialect.BOTH);
    }

    @Test
    void oneCallMoreThanThePlanHasIsTooMany() {
        emulator.setPlan(Plan.unlimited().withRequestsPerMinute(2));
        usage(first, 200);
        CLOCK.advance(Duration.ofMillis(19_500));
        usage(first, 200);

        HttpResponse<byte[]> refused = usage(first, 429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("41");
        assertThat(TestClient.detail(refused)).isEqualTo("Too many requests: try again in 41 s");
        CLOCK.advance(Duration.ofSeconds(41));
        usage(first, 200);
    }

    @Test
    void theKindOfLimitIsThatOfThePlan() {
        emulator.setPlan(Plan.unlimited().withRequestsPerMinute(6).withRateLimit(RateLimitKind.TOKEN_BUCKET));
        for (int i = 0; i < 6; i++) {
            usage(first, 200);
        }

        assertThat(usage(first, 429).headers().firstValue("Retry-After")).contains("10");
    }

    @Test
    void eachKeyHasAnAccountOfItsOwn() {
        emulator.setPlan(Plan.unlimited().withRequestsPerMinute(1));
        usage(first, 200);

        usage(first, 429);
        usage(second, 200);
    }

    @Test
    void aTokensCallsCountToTheKeyThatMintedIt() {
        emulator.setPlan(Plan.unlimited().withRequestsPerMinute(2));
        TestClient token = second.withAccessToken(new JsonObject());
        usage(token, 200);

        usage(token, 429);
        usage(second, 429);
        usage(first, 200);
    }

    @Test
    void neitherWrongCredentialsNorPreflightsNorPublicUrlsCount() {
        first.uploadUnder("plan/a.png", TestPictures.png());
        String path = first.publicPath("plan/a.png");
        emulator.setPlan(Plan.unlimited().withRequestsPerMinute(1));
        usage(first.with("Token wrong"), 401);
        admin.send(
                "OPTIONS",
                TestClient.USAGE,
                BodyPublishers.noBody(),
                "Origin",
                "https://shop.example",
                "Access-Control-Request-Method",
                "GET");
        assertThat(admin.get(path).statusCode()).isEqualTo(200);

        usage(first, 200);
    }

    @Test
    void creditsAreThoseOfTheAccount() {
        first.uploadUnder("plan/a.png", TestPictures.png());
        emulator.setPlan(Plan.unlimited().withCredits(1));
        TestClient token = first.withAccessToken(new JsonObject());

        assertThat(process(token, "plan/1.png")).isEqualTo(200);
        assertThat(process(first, "plan/2.png")).isEqualTo(402);
        assertThat(process(second, "plan/3.png")).isEqualTo(200);
        assertThat(emulator.creditsLeft("first-key")).hasValue(0);
    }

    @Test
    void aPlanIsSetShownAndTurnedOff() {
        HttpResponse<byte[]> set =
                put(PLAN, "{\"requests_per_minute\": 9, \"rate_limit\": \"sliding-window\", \"credits\": 3}");
        usage(second, 200);

        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(TestClient.text(admin.get(PLAN)))
                .isEqualTo("{\"requests_per_minute\":9,\"rate_limit\":\"sliding-window\",\"credits\":3,\"accounts\":["
                        + "{\"requests_left\":9,\"credits_left\":3},{\"requests_left\":8,\"credits_left\":3}]}");
        assertThat(TestClient.json(admin.get("/emulator/state")).getJsonObject("plan"))
                .isEqualTo(TestClient.json(admin.get(PLAN)));
        assertThat(TestClient.text(admin.send("DELETE", PLAN, BodyPublishers.noBody())))
                .isEqualTo("{\"accounts\":[{},{}]}");
        assertThat(emulator.plan()).isEqualTo(Plan.unlimited());
    }

    @Test
    void theDialectIsSetShownAndReset() {
        assertThat(TestClient.text(put(DIALECT, "{\"dialect\": \"keys\"}"))).isEqualTo("{\"dialect\":\"keys\"}");
        assertThat(emulator.dialect()).isEqualTo(Dialect.KEYS);
        assertThat(TestClient.json(admin.get("/emulator/state")).getString("dialect"))
                .isEqualTo("keys");

        assertThat(TestClient.text(admin.send("DELETE", DIALECT, BodyPublishers.noBody())))
                .isEqualTo("{\"dialect\":\"both\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/emulator/plan | {\"requests_per_minute\": 0} | requests_per_minute must be an integer from 1",
                "/emulator/plan | {\"credits\": -1} | credits must be an integer from 0",
                "/emulator/plan | {\"rate_limit\": \"banana\"} | rate_limit must be one of fixed-window, sliding-window",
                "/emulator/plan | {\"requestsPerMinute\": 60} | requestsPerMinute is unknown: the fields are credits, rate_limit, requests_per_minute",
                "/emulator/dialect | {\"dialect\": \"keys\", \"seed\": 1} | seed is unknown: the fields are dialect",
                "/emulator/dialect | {\"dialect\": \"banana\"} | dialect must be one of paths, keys, both",
                "/emulator/dialect | {} | dialect is required"
            })
    void whatIsWrongIsExplainedAndChangesNothing(String path, String body, String explanation) {
        emulator.setPlan(Plan.unlimited().withCredits(3));

        HttpResponse<byte[]> response = put(path, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.detail(response)).startsWith(explanation);
        assertThat(emulator.plan()).isEqualTo(Plan.unlimited().withCredits(3));
        assertThat(emulator.dialect()).isEqualTo(Dialect.BOTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAN, DIALECT})
    void onlyThisMachineAndOnlyJsonMayChangeThem(String path) {
        assertThat(admin.rawGet(path, java.util.Map.of("Host", "evil.example"))).startsWith("HTTP/1.1 403 ");
        assertThat(admin.send("PUT", path, BodyPublishers.ofString("{}"), "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
    }

    private static HttpResponse<byte[]> usage(TestClient client, int status) {
        HttpResponse<byte[]> response = client.get(TestClient.USAGE);
        assertThat(response.statusCode()).isEqualTo(status);
        return response;
    }

    private static int process(TestClient client, String output) {
        return client.processKey("plan/a.png", TestClient.keyVariant(output)).statusCode();
    }

    private HttpResponse<byte[]> put(String path, String body) {
        return admin.send("PUT", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }
}
