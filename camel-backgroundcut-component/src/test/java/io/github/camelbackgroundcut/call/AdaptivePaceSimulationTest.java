// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelbackgroundcut.call.FleetSimulation.Change;
import io.github.camelbackgroundcut.call.FleetSimulation.Result;
import io.github.camelbackgroundcut.emulator.plan.RateLimit;
import io.github.camelbackgroundcut.emulator.plan.RateLimitKind;
import io.github.camelbackgroundcut.emulator.plan.TokenBucket;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Workers that share a plan, and know nothing of it and of each other but their own answers: 1, 4 and 16 of them, 100, 200 and
 * 600 requests a minute, and the ways in which services count.
 *
 * <p>With many slow workers, 5% of 429s and shares within a third of the mean can't both be kept: a worker that may make 6
 * requests a minute, of which 5% are refused, gets three 429s in ten minutes, and learns nothing else about its share. Such
 * fleets have bars of their own. DECISIONS has the arithmetic.
 */
class AdaptivePaceSimulationTest {

    private static final int SEEDS = 3;

    /** How a service counts. */
    enum Kind {
        FIXED_WINDOW(RateLimitKind.FIXED_WINDOW::perMinute),
        SLIDING_WINDOW(RateLimitKind.SLIDING_WINDOW::perMinute),
        TOKEN_BUCKET(RateLimitKind.TOKEN_BUCKET::perMinute),
        SMALL_TOKEN_BUCKET(limit -> new TokenBucket(limit / 10, Duration.ofSeconds(6)));

        private final IntFunction<RateLimit> limits;

        Kind(IntFunction<RateLimit> limits) {
            this.limits = limits;
        }

        FleetSimulation fleet(int workers, int perMinute, Change change, long seed) {
            return new FleetSimulation(limits, perMinute, this == FIXED_WINDOW, workers, change, seed);
        }
    }

    static Stream<Arguments> fleets() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(1, 4, 16)
                        .flatMap(workers -> Stream.of(100, 200, 600).map(limit -> Arguments.of(kind, workers, limit))));
    }

    static Stream<Arguments> fleetsOfSeveral() {
        return fleets().filter(fleet -> !fleet.get()[1].equals(1));
    }

    @ParameterizedTest(name = "{1} workers, {0} of {2} a minute")
    @MethodSource("fleets")
    void aPlanIsUsedWithFew429s(Kind kind, int workers, int limit) {
        boolean few = workers <= 4 && limit >= 200;

        assertThat(results(kind, workers, limit, Change.NONE)).allSatisfy(result -> {
            assertThat(result.used()).isGreaterThanOrEqualTo(few ? 95 : 90);
            assertThat(result.refused()).isLessThanOrEqualTo(most429s(workers, limit));
            assertThat(result.unfairness()).isLessThanOrEqualTo(mostUnfairness(kind, workers));
        });
    }

    @ParameterizedTest(name = "{1} workers, {0} of {2} a minute")
    @MethodSource("fleets")
    void aWorkerThatComesFindsItsPlace(Kind kind, int workers, int limit) {
        assertThat(results(kind, workers, limit, Change.A_WORKER_COMES))
                .allSatisfy(result -> assertThat(result.used()).isGreaterThanOrEqualTo(90));
    }

    @ParameterizedTest(name = "{1} workers, {0} of {2} a minute")
    @MethodSource("fleetsOfSeveral")
    void theOthersTakeThePlaceOfAWorkerThatGoes(Kind kind, int workers, int limit) {
        assertThat(results(kind, workers, limit, Change.A_WORKER_GOES))
                .allSatisfy(result -> assertThat(result.used()).isGreaterThanOrEqualTo(90));
    }

    @ParameterizedTest(name = "{1} workers, {0} of {2} a minute")
    @MethodSource("fleets")
    void aLimitThatDoublesIsFound(Kind kind, int workers, int limit) {
        List<Result> results = results(kind, workers, limit, Change.THE_LIMIT_DOUBLES);

        // In two minutes a worker makes 12 requests, or 25: too few without a 429 to tell the new limit from luck.
        int least = workers < 16 || limit == 600 ? 85 : limit == 200 ? 80 : 50;
        assertThat(results).allSatisfy(result -> assertThat(result.used()).isGreaterThanOrEqualTo(least));
        assertThat(results.stream().mapToDouble(Result::used).average().orElseThrow())
                .isGreaterThanOrEqualTo(least == 85 ? 90 : least);
    }

    private static List<Result> results(Kind kind, int workers, int limit, Change change) {
        return Stream.iterate(1L, seed -> seed + 1)
                .limit(SEEDS)
                .map(seed -> kind.fleet(workers, limit, change, seed).run())
                .toList();
    }

    private static double most429s(int workers, int limit) {
        if (workers == 16 && limit < 600) {
            return limit == 100 ? 12.5 : 7.5;
        }
        return limit == 100 || workers == 16 ? 5 : workers == 4 && limit == 200 ? 2.5 : 2;
    }

    private static double mostUnfairness(Kind kind, int workers) {
        return switch (kind) {
            // All meet the same 429s, at the end of a window.
            case FIXED_WINDOW -> 1 / 3.0;
            case SLIDING_WINDOW -> workers == 16 ? 1.2 : 0.5;
            case TOKEN_BUCKET, SMALL_TOKEN_BUCKET -> workers == 16 ? 2.3 : 0.9;
        };
    }
}
