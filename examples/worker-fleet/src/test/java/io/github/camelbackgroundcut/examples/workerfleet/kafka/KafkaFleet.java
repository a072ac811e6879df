// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.plan.Plan;
import io.github.camelbackgroundcut.examples.workerfleet.FleetFixture;
import io.github.camelbackgroundcut.examples.workerfleet.FleetProcess;
import io.github.camelbackgroundcut.examples.workerfleet.TestPictures;
import io.github.camelbackgroundcut.examples.workerfleet.WorkerFleet;
import io.github.camelbackgroundcut.examples.workerfleet.picture.ClaimCheck;
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
import org.apache.kafka.common.header.Header;

/** A broker, and what else workers on a topic need around them. Each test has pictures of its own. */
final class KafkaFleet implements AutoCloseable {

    /** In milliseconds; Kafka's own is 5 minutes. */
    static final long MAX_POLL_INTERVAL = 1000;

    static final String TOPIC = "pictures";
    static final String GROUP = "workers";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final FleetFixture around;
    final KafkaTopics topics;
    private final KafkaBroker broker;
    private final Path home;
    private String test;
    private Set<String> chargesBefore;

    KafkaFleet(Path home) throws Exception {
        this.home = home;
        broker = new KafkaBroker(Files.createDirectory(home.resolve("kafka")));
        topics = new KafkaTopics(broker);
        topics.create(TOPIC, 1);
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

    /** Begins anew, with a service that works, and pictures of its own. */
    String newTest() {
        around.emulator.setFaults("");
        around.emulator.setPlan(Plan.unlimited());
        chargesBefore = Set.copyOf(around.emulator.charges().keySet());
        test = "test-" + NUMBER.incrementAndGet();
        return test;
    }

    byte[] picture() {
        return TestPictures.jpeg(NUMBER.incrementAndGet());
    }

    String send() throws Exception {
        return send("disc " + NUMBER.incrementAndGet() + ".jpg", picture());
    }

    /** @return the key of the picture, and of its record */
    String send(String name, byte[] content) throws Exception {
        String key = test + "/" + name;
        sendRecord(key, claim(key, around.put(key, content)));
        return key;
    }

    void sendRecord(String key, String value, Header... headers) throws Exception {
        topics.send(TOPIC, key, value, headers);
    }

    String claim(String key, String etag) {
        return new ClaimCheck(around.source, key, etag, key).toJson();
    }

    void awaitCommitted() {
        await().pollInterval(50, TimeUnit.MILLISECONDS)
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> topics.lag(GROUP, TOPIC) + topics.lag(GROUP, TOPIC + "-retry") == 0);
    }

    /** Of this test. */
    List<ConsumerRecord<String, String>> records() throws Exception {
        return records("");
    }

    List<ConsumerRecord<String, String>> retries() throws Exception {
        return records("-retry");
    }

    List<ConsumerRecord<String, String>> deadLetters() throws Exception {
        return records("-dead-letters");
    }

    private List<ConsumerRecord<String, String>> records(String suffix) throws Exception {
        return topics.read(TOPIC + suffix).stream()
                .filter(record -> record.key().contains(test + "/"))
                .toList();
    }

    /** A worker in a process of its own. */
    FleetProcess process() throws Exception {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        Map<String, String> settings = new HashMap<>(around.settings());
        // So long, the group believes that it is alive.
        settings.put("camel.component.kafka.session-timeout-ms", "1500");
        settings.forEach((key, value) -> options.add("-D" + key + "=" + value));
        return new FleetProcess(
                Files.createTempDirectory(home, "worker"), around.environment(), options, WorkerFleet.class, "worker");
    }

    List<String> cutouts() {
        return around.cutouts().stream()
                .filter(key -> key.startsWith(test + "/"))
                .toList();
    }

    static List<String> cutoutsOf(String... names) {
        return List.of(names).stream()
                .map(name -> name + "/cutout.png")
                .sorted()
                .toList();
    }

    /** How often each result of this test was charged. */
    List<Integer> charges() {
        Map<String, Integer> charges = new HashMap<>(around.emulator.charges());
        charges.keySet().removeAll(chargesBefore);
        return List.copyOf(charges.values());
    }

    static String reason(ConsumerRecord<?, ?> record) {
        return header(record, RetrySchedule.REASON);
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        around.close();
        topics.close();
        broker.close();
    }
}
