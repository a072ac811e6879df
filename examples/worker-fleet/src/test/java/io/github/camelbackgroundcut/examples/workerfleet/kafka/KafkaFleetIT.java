// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.github.camelbackgroundcut.emulator.plan.Plan;
import io.github.camelbackgroundcut.examples.workerfleet.Fleet;
import io.github.camelbackgroundcut.examples.workerfleet.FleetFixture;
import io.github.camelbackgroundcut.examples.workerfleet.FleetProcess;
import io.github.camelbackgroundcut.examples.workerfleet.Role;
import io.github.camelbackgroundcut.examples.workerfleet.TestPictures;
import io.github.camelbackgroundcut.examples.workerfleet.WorkerFleet;
import io.github.camelbackgroundcut.examples.workerfleet.kubernetes.Manifests;
import io.github.camelbackgroundcut.examples.workerfleet.picture.ClaimCheck;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers on a real broker. */
class KafkaFleetIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final long MAX_POLL_INTERVAL = 1000;

    @TempDir
    private static Path home;

    private static FleetFixture around;
    private static KafkaBroker broker;
    private static KafkaTopics topics;

    private final String topic = "pictures-" + NUMBER.incrementAndGet();
    private Set<String> chargesBefore;

    @BeforeAll
    static void startServers() throws Exception {
        broker = new KafkaBroker(Files.createDirectory(home.resolve("kafka")));
        topics = new KafkaTopics(broker);
        around = new FleetFixture(home)
                .set("fleet.transport", "kafka")
                .set("fleet.parallel", "1")
                .set("fleet.look-again", "200")
                .set("fleet.kafka.brokers", broker.address())
                .set("fleet.kafka.retry-delay", "100")
                .set("fleet.kafka.retries", "2")
                .set("camel.component.kafka.max-poll-interval-ms", String.valueOf(MAX_POLL_INTERVAL))
                .set("camel.component.kafka.heartbeat-interval-ms", "300")
                .set("camel.component.kafka.poll-timeout-ms", "100")
                .set("camel.component.backgroundcut.max-retries", "0");
    }

    @AfterAll
    static void stopServers() {
        around.close();
        topics.close();
        broker.close();
    }

    @BeforeEach
    void createTopics() throws Exception {
        chargesBefore = Set.copyOf(around.emulator.charges().keySet());
        topics.create(topic, 1);
        around.set("fleet.kafka.topic", topic).set("fleet.kafka.group", topic);
    }

    @AfterEach
    void healService() {
        around.emulator.setFaults("");
        around.emulator.setPlan(Plan.unlimited());
    }

    @Test
    void makesTheCutoutsOfTheTopicAndCommits() throws Exception {
        List<String> names = List.of(send(), send(), send());

        work();

        assertThat(cutouts()).containsExactlyInAnyOrderElementsOf(cutoutsOf(names));
        assertThat(newCharges()).hasSize(3).containsOnly(1);
        assertThat(topics.read(topic + "-retry")).isEmpty();
        assertThat(topics.read(topic + "-dead-letters")).isEmpty();
    }

    @Test
    void sendsAPermanentFailureToTheDeadLettersWithTheReasonAndGoesOn() throws Exception {
        String broken = send("notes.jpg", "These are notes.".getBytes(UTF_8));
        topics.send(topic, "nothing", "no claim check");
        String good = send();

        work();

        assertThat(cutouts()).containsExactlyElementsOf(cutoutsOf(List.of(good)));
        List<ConsumerRecord<String, String>> dead = topics.read(topic + "-dead-letters");
        assertThat(dead).extracting(ConsumerRecord::key).containsExactly(broken, "nothing");
        assertThat(reason(dead.get(0))).contains("BackgroundCut upload failed with status 400");
        assertThat(reason(dead.get(1))).contains("not a claim check");
        assertThat(ClaimCheck.of(dead.get(0).value()).name()).isEqualTo(broken);
        assertThat(topics.read(topic + "-retry")).isEmpty();
    }

    @Test
    void triesATransientFailureAgainThroughTheRetryTopic() throws Exception {
        around.emulator.setFaults("upload.503=2x");
        String name = send();

        work();

        assertThat(cutouts()).containsExactlyElementsOf(cutoutsOf(List.of(name)));
        List<ConsumerRecord<String, String>> retries = topics.read(topic + "-retry");
        assertThat(retries)
                .extracting(retry -> header(retry, RetrySchedule.FAILED_TRIES))
                .containsExactly("1", "2");
        assertThat(reason(retries.get(0))).contains("status 503");
        assertThat(topics.read(topic + "-dead-letters")).isEmpty();
    }

    @Test
    void doesNotPayAgainWhenAPaidResultCouldNotBeFetched() throws Exception {
        around.emulator.setFaults("download.503=1x");
        String name = send();

        work();

        assertThat(topics.read(topic + "-retry")).hasSize(1);
        assertThat(cutouts()).containsExactlyElementsOf(cutoutsOf(List.of(name)));
        assertThat(newCharges()).containsExactly(1);
    }

    @Test
    void doesNotPayAgainForAClaimCheckThatComesTwice() throws Exception {
        send();
        ConsumerRecord<String, String> record = topics.read(topic).get(0);
        topics.send(topic, record.key(), record.value());

        work();

        assertThat(newCharges()).containsExactly(1);
    }

    @Test
    void leavesAPictureOutThatWasReplaced() throws Exception {
        String name = send();
        around.put(name, TestPictures.jpeg(NUMBER.incrementAndGet()));

        work();

        assertThat(cutouts()).isEmpty();
        assertThat(topics.read(topic + "-dead-letters")).isEmpty();
        assertThat(newCharges()).isEmpty();
    }

    @Test
    void waitsWithAllPicturesWhileThereAreNoCredits() throws Exception {
        around.emulator.setPlan(Plan.unlimited().withCredits(0));
        List<String> names = List.of(send(), send());

        try (Fleet worker = around.start(Role.WORKER)) {
            // Longer than a consumer may be silent.
            long enough = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2 * MAX_POLL_INTERVAL);
            await().atMost(60, TimeUnit.SECONDS)
                    .until(() ->
                            System.nanoTime() > enough && topics.members(topic).size() == 2);
            assertThat(topics.lag(topic, topic)).isEqualTo(2);
            around.emulator.setPlan(Plan.unlimited());
            awaitCommitted();
        }

        assertThat(cutouts()).containsExactlyInAnyOrderElementsOf(cutoutsOf(names));
        assertThat(topics.read(topic + "-retry")).isEmpty();
        assertThat(topics.read(topic + "-dead-letters")).isEmpty();
    }

    @Test
    void keepsItsMembershipWhileAPictureTakesLongerThanAConsumerMayBeSilent() throws Exception {
        around.emulator.setFaults("process.latency=1x:" + 5 * MAX_POLL_INTERVAL / 2 + "ms");
        try (Fleet worker = around.start(Role.WORKER)) {
            await().atMost(60, TimeUnit.SECONDS)
                    .until(() -> topics.members(topic).size() == 2);
            Set<String> before = topics.members(topic);
            String slow = send();
            awaitCommitted();

            assertThat(topics.members(topic)).isEqualTo(before);
            assertThat(cutouts()).containsExactlyElementsOf(cutoutsOf(List.of(slow)));
            assertThat(newCharges()).containsExactly(1);
        }
    }

    @Test
    void doesNotPayAgainForThePictureOfAWorkerThatWasKilled() throws Exception {
        around.emulator.setFaults("download.latency=1x:1m");
        String name = send();
        try (FleetProcess worker = process(around.environment())) {
            await().atMost(60, TimeUnit.SECONDS).until(() -> newCharges().size() == 1);
            worker.kill();
        }
        assertThat(topics.lag(topic, topic)).isEqualTo(1);
        around.emulator.setFaults("");

        work();

        assertThat(cutouts()).containsExactlyElementsOf(cutoutsOf(List.of(name)));
        assertThat(newCharges()).containsExactly(1);
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
        Map<String, String> environment = new HashMap<>(around.environment());
        container.getEnv().stream()
                .filter(variable -> variable.getName().matches("(CAMEL|FLEET_OBSERVE)_.*"))
                .forEach(variable -> environment.put(variable.getName(), variable.getValue()));
        environment.put("FLEET_OBSERVE_PORT", String.valueOf(port));

        try (FleetProcess worker = process(environment)) {
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

    @Test
    void dispatchesTheInboxGivesUpWhenTheRetriesAreUsedUpAndPutsDeadLettersBack() throws Exception {
        around.emulator.setFaults("upload.503=3x");
        around.put("inbox/" + topic + "/mug.jpg", TestPictures.jpeg(NUMBER.incrementAndGet()));
        try (Fleet dispatcher = around.start(Role.DISPATCHER)) {
            await().atMost(60, TimeUnit.SECONDS).until(() -> topics.read(topic).size() == 1);
        }
        work();
        assertThat(topics.read(topic + "-dead-letters"))
                .singleElement()
                .satisfies(dead -> assertThat(reason(dead)).contains("status 503"));

        try (Fleet back = around.start(Role.PUT_BACK)) {
            await().atMost(60, TimeUnit.SECONDS)
                    .until(() -> topics.lag(topic + "-put-back", topic + "-dead-letters") == 0);
        }
        work();

        assertThat(cutouts()).containsExactly(topic + "/mug.jpg/cutout.png");
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

    private static FleetProcess process(Map<String, String> environment) throws Exception {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        Map<String, String> settings = new HashMap<>(around.settings());
        // So long, the group believes that it is alive.
        settings.put("camel.component.kafka.session-timeout-ms", "1500");
        settings.forEach((key, value) -> options.add("-D" + key + "=" + value));
        return new FleetProcess(
                Files.createTempDirectory(home, "worker"), environment, options, WorkerFleet.class, "worker");
    }

    /** A worker, until all is committed. */
    private void work() {
        try (Fleet worker = around.start(Role.WORKER)) {
            awaitCommitted();
        }
    }

    private void awaitCommitted() {
        await().pollInterval(100, TimeUnit.MILLISECONDS)
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> topics.lag(topic, topic) + topics.lag(topic, topic + "-retry") == 0);
    }

    private String send() throws Exception {
        int number = NUMBER.incrementAndGet();
        return send("disc " + number + ".jpg", TestPictures.jpeg(number));
    }

    /** @return the key of the picture, and of its record */
    private String send(String name, byte[] content) throws Exception {
        String key = topic + "/" + name;
        around.put(key, content);
        String etag = around.client
                .headObject(request -> request.bucket("pictures").key(key))
                .eTag();
        topics.send(topic, key, new ClaimCheck("pictures", key, etag, key).toJson());
        return key;
    }

    /** Of this test. */
    private List<String> cutouts() {
        return around.keys("cutouts").stream()
                .filter(key -> key.startsWith(topic + "/"))
                .toList();
    }

    private static List<String> cutoutsOf(List<String> names) {
        return names.stream().map(name -> name + "/cutout.png").sorted().toList();
    }

    /** How often each result of this test was charged. */
    private List<Integer> newCharges() {
        Map<String, Integer> charges = new HashMap<>(around.emulator.charges());
        charges.keySet().removeAll(chargesBefore);
        return List.copyOf(charges.values());
    }

    private static String reason(ConsumerRecord<?, ?> record) {
        return header(record, RetrySchedule.REASON);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
