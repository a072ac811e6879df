// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kafka;

import static io.github.camelbackgroundcut.examples.workerfleet.kafka.KafkaFleet.GROUP;
import static io.github.camelbackgroundcut.examples.workerfleet.kafka.KafkaFleet.TOPIC;
import static io.github.camelbackgroundcut.examples.workerfleet.kafka.KafkaFleet.cutoutsOf;
import static io.github.camelbackgroundcut.examples.workerfleet.kafka.KafkaFleet.header;
import static io.github.camelbackgroundcut.examples.workerfleet.kafka.KafkaFleet.reason;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.plan.Plan;
import io.github.camelbackgroundcut.examples.workerfleet.Fleet;
import io.github.camelbackgroundcut.examples.workerfleet.Role;
import io.github.camelbackgroundcut.examples.workerfleet.picture.ClaimCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker on a real broker. */
class KafkaFleetIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private static Path home;

    private static KafkaFleet fleet;
    private static Fleet worker;

    private String test;

    @BeforeAll
    static void startServers() throws Exception {
        fleet = new KafkaFleet(home);
        worker = fleet.around.start(Role.WORKER);
    }

    @AfterAll
    static void stopServers() {
        worker.close();
        fleet.close();
    }

    @BeforeEach
    void begin() {
        test = fleet.newTest();
    }

    @Test
    void makesTheCutoutsOfTheTopicAndCommits() throws Exception {
        String[] names = {fleet.send(), fleet.send(), fleet.send()};

        fleet.awaitCommitted();

        assertThat(fleet.cutouts()).containsExactlyInAnyOrderElementsOf(cutoutsOf(names));
        assertThat(fleet.charges()).hasSize(3).containsOnly(1);
        assertThat(fleet.retries()).isEmpty();
        assertThat(fleet.deadLetters()).isEmpty();
    }

    @Test
    void sendsAPermanentFailureToTheDeadLettersWithTheReasonAndGoesOn() throws Exception {
        String broken = fleet.send("notes.jpg", "These are notes.".getBytes(UTF_8));
        fleet.sendRecord(test + "/text", "no claim check");
        fleet.sendRecord(test + "/nothing", null);
        fleet.sendRecord(
                test + "/other",
                "{\"bucket\": \"${sys.java.version}\", \"key\": \"k\", \"etag\": \"e\", \"name\": \"n\"}");
        String good = fleet.send();

        fleet.awaitCommitted();

        assertThat(fleet.cutouts()).containsExactlyElementsOf(cutoutsOf(good));
        List<ConsumerRecord<String, String>> dead = fleet.deadLetters();
        assertThat(dead)
                .extracting(ConsumerRecord::key)
                .containsExactly(broken, test + "/text", test + "/nothing", test + "/other");
        assertThat(reason(dead.get(0))).contains("BackgroundCut upload failed with status 400");
        assertThat(reason(dead.get(1))).contains("not a claim check");
        assertThat(reason(dead.get(2))).contains("neither a claim check");
        assertThat(reason(dead.get(3))).contains("for the bucket ${sys.java.version}");
        assertThat(ClaimCheck.of(dead.get(0).value()).name()).isEqualTo(broken);
        assertThat(fleet.retries()).isEmpty();
    }

    @Test
    void triesATransientFailureAgainThroughTheRetryTopic() throws Exception {
        fleet.around.emulator.setFaults("upload.503=2x");
        String name = fleet.send();

        fleet.awaitCommitted();

        assertThat(fleet.cutouts()).containsExactlyElementsOf(cutoutsOf(name));
        assertThat(fleet.retries())
                .extracting(retry -> header(retry, RetrySchedule.FAILED_TRIES))
                .containsExactly("1", "2");
        assertThat(reason(fleet.retries().get(0))).contains("status 503");
        assertThat(fleet.deadLetters()).isEmpty();
    }

    @Test
    void obeysNoHeaderOfAStranger() throws Exception {
        fleet.around.emulator.setFaults("upload.503=1x");
        String key = test + "/mug.jpg";
        fleet.sendRecord(
                key,
                fleet.claim(key, fleet.around.put(key, fleet.picture())),
                stranger("failed-tries", "many"),
                stranger("due", "tomorrow"),
                stranger("CAMELAwsS3Operation", "deleteObject"),
                stranger("CAMELAwsS3Key", "${sys.java.version}"),
                stranger("kafka.OVERRIDE_TOPIC", "elsewhere"));

        fleet.awaitCommitted();

        assertThat(fleet.retries()).hasSize(1);
        assertThat(fleet.cutouts()).containsExactlyElementsOf(cutoutsOf(key));
    }

    @Test
    void doesNotPayAgainWhenAPaidResultCouldNotBeFetched() throws Exception {
        fleet.around.emulator.setFaults("download.503=1x");
        String name = fleet.send();

        fleet.awaitCommitted();

        assertThat(fleet.retries()).hasSize(1);
        assertThat(fleet.cutouts()).containsExactlyElementsOf(cutoutsOf(name));
        assertThat(fleet.charges()).containsExactly(1);
    }

    @Test
    void doesNotPayAgainForAClaimCheckThatComesTwice() throws Exception {
        fleet.send();
        ConsumerRecord<String, String> record = fleet.records().get(0);
        fleet.sendRecord(record.key(), record.value());

        fleet.awaitCommitted();

        assertThat(fleet.charges()).containsExactly(1);
    }

    @Test
    void leavesAPictureOutThatWasReplaced() throws Exception {
        String key = test + "/mug.jpg";
        String replaced = fleet.around.put(key, fleet.picture());
        fleet.around.put(key, fleet.picture());
        fleet.sendRecord(key, fleet.claim(key, replaced));

        fleet.awaitCommitted();

        assertThat(fleet.cutouts()).isEmpty();
        assertThat(fleet.deadLetters()).isEmpty();
        assertThat(fleet.charges()).isEmpty();
    }

    @Test
    void waitsWithAllPicturesWhileThereAreNoCredits() throws Exception {
        fleet.around.emulator.setPlan(Plan.unlimited().withCredits(0));
        String[] names = {fleet.send(), fleet.send()};
        Set<String> before = fleet.topics.members(GROUP);

        // Longer than a consumer may be silent.
        await().during(Duration.ofMillis(KafkaFleet.MAX_POLL_INTERVAL * 3 / 2))
                .atMost(LONG)
                .until(() -> fleet.topics.lag(GROUP, TOPIC) == 2
                        && fleet.topics.members(GROUP).equals(before));
        fleet.around.emulator.setPlan(Plan.unlimited());
        fleet.awaitCommitted();

        assertThat(fleet.cutouts()).containsExactlyInAnyOrderElementsOf(cutoutsOf(names));
        assertThat(fleet.retries()).isEmpty();
        assertThat(fleet.deadLetters()).isEmpty();
    }

    @Test
    void aWorkerWithoutCreditsStopsAtOnceAndLeavesItsPictureInTheTopic() throws Exception {
        fleet.around.emulator.setPlan(Plan.unlimited().withCredits(0));
        fleet.around.emulator.setFaults("upload.latency=1x:1ms");
        String name = fleet.send();
        await().atMost(LONG).until(() -> fleet.around.emulator.struckFaults().containsKey("upload.latency"));

        worker.close();

        assertThat(fleet.topics.lag(GROUP, TOPIC)).isOne();
        fleet.around.emulator.setPlan(Plan.unlimited());
        worker = fleet.around.start(Role.WORKER);
        fleet.awaitCommitted();
        assertThat(fleet.cutouts()).containsExactlyElementsOf(cutoutsOf(name));
    }

    @Test
    void keepsItsMembershipWhileAPictureTakesLongerThanAConsumerMayBeSilent() throws Exception {
        fleet.around.emulator.setFaults("process.latency=1x:" + 2 * KafkaFleet.MAX_POLL_INTERVAL + "ms");
        Set<String> before = fleet.topics.members(GROUP);
        String slow = fleet.send();

        fleet.awaitCommitted();

        assertThat(fleet.topics.members(GROUP)).hasSize(2).isEqualTo(before);
        assertThat(fleet.cutouts()).containsExactlyElementsOf(cutoutsOf(slow));
        assertThat(fleet.charges()).containsExactly(1);
    }

    @Test
    void dispatchesTheInboxGivesUpWhenTheRetriesAreUsedUpAndPutsDeadLettersBack() throws Exception {
        fleet.around.emulator.setFaults("upload.503=3x");
        fleet.around.put("inbox/" + test + "/mug.jpg", fleet.picture());
        try (Fleet dispatcher = fleet.around.start(Role.DISPATCHER)) {
            await().atMost(LONG).until(() -> fleet.records().size() == 1);
        }
        await().atMost(LONG).until(() -> fleet.deadLetters().size() == 1);
        assertThat(reason(fleet.deadLetters().get(0))).contains("status 503");

        try (Fleet back = fleet.around.start(Role.PUT_BACK)) {
            await().atMost(LONG).until(() -> fleet.cutouts().equals(List.of(test + "/mug.jpg/cutout.png")));
        }
    }

    private static Header stranger(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
