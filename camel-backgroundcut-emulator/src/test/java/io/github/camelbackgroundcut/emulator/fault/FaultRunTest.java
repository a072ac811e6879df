// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultRunTest {

    private static final List<String> PATHS =
            IntStream.range(0, 500).mapToObj(i -> "in/" + i + ".jpg").toList();

    @Test
    void theSameSeedBringsTheSameFaults() {
        assertThat(struckPaths("seed=7, process.lost=0.3", PATHS))
                .isEqualTo(struckPaths("seed=7, process.lost=0.3", PATHS));
    }

    @Test
    void anotherSeedBringsOthers() {
        assertThat(struckPaths("seed=7, process.lost=0.3", PATHS))
                .isNotEqualTo(struckPaths("seed=8, process.lost=0.3", PATHS));
    }

    @Test
    void theOrderOfTheCallsDoesNotMatter() {
        List<String> shuffled = new ArrayList<>(PATHS);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(struckPaths("process.lost=0.3", shuffled)).isEqualTo(struckPaths("process.lost=0.3", PATHS));
    }

    /** Pinned: a seed that was noted down must bring its faults in later versions, too. */
    @Test
    void theDrawsStayTheSameForEver() {
        assertThat(struckPaths("seed=7, process.lost=0.3", PATHS.subList(0, 12)))
                .containsExactlyInAnyOrder("in/0.jpg", "in/3.jpg", "in/5.jpg", "in/6.jpg", "in/7.jpg", "in/9.jpg");
    }

    @Test
    void aProbabilityIsMet() {
        assertThat(struckPaths("process.lost=0.3", PATHS).size() / (double) PATHS.size())
                .isCloseTo(0.3, within(0.06));
        assertThat(struckPaths("process.lost=0", PATHS)).isEmpty();
        assertThat(struckPaths("process.lost=1", PATHS)).hasSameSizeAs(PATHS);
    }

    @Test
    void eachAttemptIsDrawnAnew() {
        FaultRun run = run("process.lost=0.5");
        Set<Boolean> draws = new HashSet<>();

        for (int i = 0; i < 50; i++) {
            draws.add(run.call(CallKind.PROCESS, "a").strike(FaultKind.LOST).isPresent());
        }

        assertThat(draws).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void theNextCallsAreStruckAndNoMore() {
        FaultRun run = run("process.lost=2x");

        assertThat(run.call(CallKind.UPLOAD, "").strike(FaultKind.LOST)).isEmpty();
        assertThat(run.call(CallKind.PROCESS, "a").strike(FaultKind.TRUNCATED)).isEmpty();
        assertThat(run.call(CallKind.PROCESS, "a").strike(FaultKind.LOST)).isPresent();
        assertThat(run.call(CallKind.PROCESS, "b").strike(FaultKind.LOST)).isPresent();
        assertThat(run.call(CallKind.PROCESS, "a").strike(FaultKind.LOST)).isEmpty();
    }

    @Test
    void aRuleForAllStrikesWhatItFits() {
        FaultRun run = run("all.missing=1, all.lost=1");

        assertThat(run.call(CallKind.DOWNLOAD, "a").strike(FaultKind.MISSING)).isPresent();
        assertThat(run.call(CallKind.UPLOAD, "").strike(FaultKind.MISSING)).isEmpty();
        assertThat(run.call(CallKind.UPLOAD, "").strike(FaultKind.LOST)).isPresent();
    }

    @Test
    void strikesAreCounted() {
        FaultRun run = run("all.lost=1, all.500=2x");
        run.call(CallKind.PROCESS, "a").strike(FaultKind.LOST);
        run.call(CallKind.PROCESS, "b").strike(FaultKind.LOST);
        run.call(CallKind.USAGE, "").strike(FaultKind.SERVER_ERROR);

        assertThat(run.struck()).containsExactly(Map.entry("process.lost", 2), Map.entry("usage.500", 1));
    }

    @Test
    void aDurationLiesInItsRange() {
        FaultRun run = run("all.latency=1:10ms-12ms");
        Map<Duration, Integer> drawn = new HashMap<>();

        for (String path : PATHS) {
            drawn.merge(
                    run.call(CallKind.DOWNLOAD, path)
                            .strike(FaultKind.LATENCY)
                            .orElseThrow()
                            .duration()
                            .orElseThrow(),
                    1,
                    Integer::sum);
        }

        assertThat(drawn).containsOnlyKeys(Duration.ofMillis(10), Duration.ofMillis(11), Duration.ofMillis(12));
    }

    private static Set<String> struckPaths(String plan, List<String> paths) {
        FaultRun run = run(plan);
        Set<String> struck = new HashSet<>();
        for (String path : paths) {
            if (run.call(CallKind.PROCESS, path).strike(FaultKind.LOST).isPresent()) {
                struck.add(path);
            }
        }
        return struck;
    }

    private static FaultRun run(String plan) {
        return new FaultRun(FaultPlan.parse(plan));
    }
}
