// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FleetStateTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Time time = new Time();
    private final FleetState state =
            new FleetState(queue -> queue.equals("pictures") ? OptionalLong.of(7) : OptionalLong.empty(), time);

    @Test
    void sumsUpWhatTheWorkersTell() throws Exception {
        tell("one", 10, 30, 100);
        tell("two", 5, 15, 100);
        time.pass(Duration.ofSeconds(30));
        tell("one", 40, 120, 100);
        tell("two", 25, 75, 100);

        JsonNode shown = JSON.readTree(state.show());

        assertThat(shown.path("pictures").asInt()).isEqualTo(65);
        assertThat(shown.path("picturesPerMinute").asInt()).isEqualTo(2 * (65 - 10));
        assertThat(shown.path("share").asInt()).as("330 of 200, at most").isEqualTo(100);
        assertThat(shown.path("waiting").asInt()).isEqualTo(7);
        assertThat(shown.has("dead")).as("unknown").isFalse();
    }

    @Test
    void aWorkerThatIsSilentIsGoneAndItsWorkStays() throws Exception {
        tell("one", 10, 30, 100);
        time.pass(Duration.ofSeconds(31));
        tell("two", 5, 15, 50);

        JsonNode shown = JSON.readTree(state.show());

        assertThat(shown.path("workers").findValuesAsText("alive")).containsExactly("false", "true");
        assertThat(shown.path("pictures").asInt()).isEqualTo(15);
    }

    @Test
    void theShareIsUnknownUntilALimitIsLearned() throws Exception {
        tell("one", 10, 30, 0);

        assertThat(JSON.readTree(state.show()).has("share")).isFalse();
    }

    private void tell(String worker, long pictures, long calls, long pace) throws Exception {
        state.received(
                JSON.writeValueAsString(new WorkerReport(worker, "", pictures, 0, pictures, calls, 0, pace, "")));
    }

    private static final class Time extends Clock {

        private Instant now = Instant.EPOCH;

        private void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
