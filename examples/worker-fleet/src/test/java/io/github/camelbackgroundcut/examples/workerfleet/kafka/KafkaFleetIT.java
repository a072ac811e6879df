// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kafka;

import static io.github.camelbackgroundcut.examples.workerfleet.kafka.KafkaFleet.cutoutsOf;
import static io.github.camelbackgroundcut.examples.workerfleet.kafka.KafkaFleet.header;
import static io.github.camelbackgroundcut.examples.workerfleet.kafka.KafkaFleet.reason;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.github.camelbackgroundcut.emulator.plan.Plan;
import io.github.camelbackgroundcut.examples.workerfleet.Fleet;
import io.github.camelbackgroundcut.examples.workerfleet.FleetProcess;
import io.github.camelbackgroundcut.examples.workerfleet.Role;
import io.github.camelbackgroundcut.examples.workerfleet.kubernetes.Manifests;
import io.github.camelbackgroundcut.examples.workerfleet.picture.ClaimCheck;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers on a real broker. */
class KafkaFleetIT {

    @TempDir
    private static Path home;

    private static KafkaFleet fleet;

    private String topic;

    @BeforeAll
    static void startServers() throws Exception {
        fleet = new KafkaFleet(home);
    }

    @AfterAll
    static void stopServers() {
        fleet.close();
    }

    @BeforeEach
    void createTopics() throws Exception {
        topic = fleet.newTopic();
    }

    @Test
    void makesTheCutoutsOfTheTopicAndCommits() throws Exception {
        String[] names = {fleet.send(), fleet.send(), fleet.send()};

        fleet.work();

        assertThat(fleet.cutouts()).containsExactlyInAnyOrderElementsOf(cutoutsOf(names));
        assertThat(fleet.charges()).hasSize(3).containsOnly(1);
        assertThat(fleet.topics.read(topic + "-retry")).isEmpty();
        assertThat(fleet.topics.read(topic + "-dead-letters")).isEmpty();
    }

    @Test
    void sendsAPermanentFailureToTheDeadLettersWithTheReasonAndGoesOn() throws Exception {
        String broken = fleet.send("notes.jpg", "These are notes.".getBytes(UTF_8));
        fleet.topics.send(topic, "nothing", "no claim check");
        String good = fleet.send();

        fleet.work();

        assertThat(fleet.cutouts()).containsExactlyElementsOf(cutoutsOf(good));
        List<ConsumerRecord<String, String>> dead = fleet.topics.read(topic + "-dead-letters");
        assertThat(dead).extracting(ConsumerRecord::key).containsExactly(broken, "nothing");
        assertThat(reason(dead.get(0))).contains("BackgroundCut upload failed with status 400");
        assertThat(reason(dead.get(1))).contains("not a claim check");
        assertThat(ClaimCheck.of(dead.get(0).value()).name()).isEqualTo(broken);
        assertThat(fleet.topics.read(topic + "-retry")).isEmpty();
    }

    @Test
    void triesATransientFailureAgainThroughTheRetryTopic() throws Exception {
        fleet.around.emulator.setFaults("upload.503=2x");
        String name = fleet.send();

        fleet.work();

        assertThat(fleet.cutouts()).containsExactlyElementsOf(cutoutsOf(name));
        List<ConsumerRecord<String, String>> retries = fleet.topics.read(topic + "-retry");
        assertThat(retries)
                .extracting(retry -> header(retry, RetrySchedule.FAILED_TRIES))
                .containsExactly("1", "2");
        assertThat(reason(retries.get(0))).contains("status 503");
        assertThat(fleet.topics.read(topic + "-dead-letters")).isEmpty();
    }

    @Test
    void doesNotPayAgainWhenAPaidResultCouldNotBeFetched() throws Exception {
        fleet.around.emulator.setFaults("download.503=1x");
        String name = fleet.send();

        fleet.work();

        assertThat(fleet.topics.read(topic + "-retry")).hasSize(1);
        assertThat(fleet.cutouts()).containsExactlyElementsOf(cutoutsOf(name));
        assertThat(fleet.charges()).containsExactly(1);
    }

    @Test
    void doesNotPayAgainForAClaimCheckThatComesTwice() throws Exception {
        fleet.send();
        ConsumerRecord<String, String> record = fleet.topics.read(topic).get(0);
        fleet.topics.send(topic, record.key(), record.value());

        fleet.work();

        assertThat(fleet.charges()).containsExactly(1);
    }

    @Test
    void leavesAPictureOutThatWasReplaced() throws Exception {
        String name = fleet.send();
        fleet.around.put(name, fleet.picture());

        fleet.work();

        assertThat(fleet.cutouts()).isEmpty();
        assertThat(fleet.topics.read(topic + "-dead-letters")).isEmpty();
        assertThat(fleet.charges()).isEmpty();
    }

    @Test
    void waitsWithAllPicturesWhileThereAreNoCredits() throws Exception {
        fleet.around.emulator.setPlan(Plan.unlimited().withCredits(0));
        String[] names = {fleet.send(), fleet.send()};

        try (Fleet worker = fleet.around.start(Role.WORKER)) {
            // Longer than a consumer may be silent.
            long enough = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2 * KafkaFleet.MAX_POLL_INTERVAL);
            await().atMost(60, TimeUnit.SECONDS)
                    .until(() -> System.nanoTime() > enough
                            && fleet.topics.members(topic).size() == 2);
            assertThat(fleet.topics.lag(topic, topic)).isEqualTo(2);
            fleet.around.emulator.setPlan(Plan.unlimited());
            fleet.awaitCommitted();
        }

        assertThat(fleet.cutouts()).containsExactlyInAnyOrderElementsOf(cutoutsOf(names));
        assertThat(fleet.topics.read(topic + "-retry")).isEmpty();
        assertThat(fleet.topics.read(topic + "-dead-letters")).isEmpty();
    }

    @Test
    void keepsItsMembershipWhileAPictureTakesLongerThanAConsumerMayBeSilent() throws Exception {
        fleet.around.emulator.setFaults("process.latency=1x:" + 5 * KafkaFleet.MAX_POLL_INTERVAL / 2 + "ms");
        try (Fleet worker = fleet.around.start(Role.WORKER)) {
            await().atMost(60, TimeUnit.SECONDS)
                    .until(() -> fleet.topics.members(topic).size() == 2);
            Set<String> before = fleet.topics.members(topic);
            String slow = fleet.send();
            fleet.awaitCommitted();

            assertThat(fleet.topics.members(topic)).isEqualTo(before);
            assertThat(fleet.cutouts()).containsExactlyElementsOf(cutoutsOf(slow));
            assertThat(fleet.charges()).containsExactly(1);
        }
    }

    @Test
    void doesNotPayAgainForThePictureOfAWorkerThatWasKilled() throws Exception {
        fleet.around.emulator.setFaults("download.latency=1x:1m");
        String name = fleet.send();
        try (FleetProcess worker = fleet.process(fleet.around.environment())) {
            await().atMost(60, TimeUnit.SECONDS).until(() -> fleet.charges().size() == 1);
            worker.kill();
        }
        assertThat(fleet.topics.lag(topic, topic)).isEqualTo(1);
        fleet.around.emulator.setFaults("");

        fleet.work();

        assertThat(fleet.cutouts()).containsExactlyElementsOf(cutoutsOf(name));
        assertThat(fleet.charges()).containsExactly(1);
    }

    @Test
    void dispatchesTheInboxGivesUpWhenTheRetriesAreUsedUpAndPutsDeadLettersBack() throws Exception {
        fleet.around.emulator.setFaults("upload.503=3x");
        fleet.around.put("inbox/" + topic + "/mug.jpg", fleet.picture());
        try (Fleet dispatcher = fleet.around.start(Role.DISPATCHER)) {
            await().atMost(60, TimeUnit.SECONDS)
                    .until(() -> fleet.topics.read(topic).size() == 1);
        }
        fleet.work();
        assertThat(fleet.topics.read(topic + "-dead-letters"))
                .singleElement()
                .satisfies(dead -> assertThat(reason(dead)).contains("status 503"));

        try (Fleet back = fleet.around.start(Role.PUT_BACK)) {
            await().atMost(60, TimeUnit.SECONDS)
                    .until(() -> fleet.topics.lag(topic + "-put-back", topic + "-dead-letters") == 0);
        }
        fleet.work();

        assertThat(fleet.cutouts()).containsExactly(topic + "/mug.jpg/cutout.png");
    }

    @Test
    void answersTheProbesOfTheKubernetesManifest() throws Exception {
        Container container = new Manifests()
                .read("worker.yaml", Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
        int port = freePort();
        Map<String, String> environment = new HashMap<>(fleet.around.environment());
        container.getEnv().stream()
                .filter(variable -> variable.getName().matches("(CAMEL|FLEET_OBSERVE)_.*"))
                .forEach(variable -> environment.put(variable.getName(), variable.getValue()));
        environment.put("FLEET_OBSERVE_PORT", String.valueOf(port));

        try (FleetProcess worker = fleet.process(environment)) {
            for (Probe probe :
                    List.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())) {
                URI address = URI.create(
                        "http://127.0.0.1:" + port + probe.getHttpGet().getPath());
                await().ignoreExceptionsInstanceOf(IOException.class)
                        .atMost(60, TimeUnit.SECONDS)
                        .until(() -> status(address) == 200);
            }
            worker.interrupt();
            assertThat(worker.awaitEnd()).as(worker.output()).isIn(0, 143);
        }
    }

    private static int status(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
