// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPlanTest {

    @Test
    void everyEntryIsRead() {
        FaultPlan plan = FaultPlan.parse(
                "seed=-7, process.lost=0.04,all.reset-before=1,\n upload.429=2x:5s, all.latency=.2:50ms-2s,");

        assertThat(plan)
                .isEqualTo(new FaultPlan(
                        -7,
                        List.of(
                                rule(CallKind.PROCESS, FaultKind.LOST, new Trigger.Probability(0.04)),
                                new FaultRule(
                                        Optional.empty(),
                                        FaultKind.RESET_BEFORE,
                                        new Trigger.Probability(1),
                                        Optional.empty()),
                                new FaultRule(
                                        Optional.of(CallKind.UPLOAD),
                                        FaultKind.RATE_LIMITED,
                                        new Trigger.Next(2),
                                        Optional.of(new DurationRange(Duration.ofSeconds(5), Duration.ofSeconds(5)))),
                                new FaultRule(
                                        Optional.empty(),
                                        FaultKind.LATENCY,
                                        new Trigger.Probability(0.2),
                                        Optional.of(
                                                new DurationRange(Duration.ofMillis(50), Duration.ofSeconds(2)))))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "seed=7, process.lost=0.04, public-url.503=2x, download.403=1x",
                "all.reset-mid=0.0001, download.missing=3x, token.503=1:60s-120s, usage.latency=0:1ms-1500ms"
            })
    void theTextFormIsReadAndWritten(String text) {
        assertThat(FaultPlan.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , "})
    void aBlankTextMeansNoFaults(String text) {
        assertThat(FaultPlan.parse(text)).isEqualTo(FaultPlan.none());
        assertThat(FaultPlan.parse(text).isEmpty()).isTrue();
    }

    @Test
    void anotherSeedKeepsTheFaults() {
        assertThat(FaultPlan.parse("seed=1, all.lost=1").withSeed(8)).hasToString("seed=8, all.lost=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "process.lsot=0.1 | unknown fault 'lsot', known are reset-before, latency, 429",
                "proces.lost=0.1 | unknown call 'proces', known are all, upload, process",
                "process.lost | an entry is such as",
                "process.lost= | an entry is such as",
                "lost=0.1 | an entry is such as",
                "seed=x | an entry is such as",
                "process.lost=4% | neither a probability",
                "process.lost=-0.1 | neither a probability",
                "process.lost=1.01 | from 0 to 1",
                "process.lost=0x | at least 1",
                "upload.missing=0.1 | does not fit the call upload",
                "all.latency=0.1 | needs a duration",
                "all.latency=0.1:5 | no duration such as",
                "all.latency=0.1:5h | no duration such as",
                "all.latency=0.1:2s-1s | from a shorter to a longer",
                "all.latency=0.1:1500m | up to a day",
                "all.429=0.1:1500ms | whole seconds",
                "process.lost=0.1:2s | has no duration",
                "upload.403=1x | does not fit the call upload",
                "credits=3 | an entry is such as",
                "seed=99999999999999999999 | too large"
            })
    void aWrongEntryIsQuotedAndExplained(String entry, String explanation) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultPlan.parse("all.500=0.1," + entry))
                .withMessageStartingWith("faults: '" + entry + "'")
                .withMessageContaining(explanation);
    }

    private static FaultRule rule(CallKind call, FaultKind fault, Trigger trigger) {
        return new FaultRule(Optional.of(call), fault, trigger, Optional.empty());
    }
}
