// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.emulator.plan.Plan;
import io.github.camelbackgroundcut.examples.workerfleet.Fleet;
import io.github.camelbackgroundcut.examples.workerfleet.FleetFixture;
import io.github.camelbackgroundcut.examples.workerfleet.FleetProcess;
import io.github.camelbackgroundcut.examples.workerfleet.Role;
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

/** A broker, and what else workers on a topic need around them. Each test has a topic of its own. */
final class KafkaFleet implements AutoCloseable {

    /** In milliseconds; Kafka's own is 5 minutes. */
    static final long MAX_POLL_INTERVAL = 1000;

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final FleetFixture around;
    final KafkaTopics topics;
    private final KafkaBroker broker;
    private final Path home;
    private String topic;
    private Set<String> chargesBefore;

    KafkaFleet(Path home) throws Exception {
        this.home = home;
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

    /** Begins anew, with a service that works. */
    String newTopic() throws Exception {
        around.emulator.setFaults("");
        around.emulator.setPlan(Plan.unlimited());
        chargesBefore = Set.copyOf(around.emulator.charges().keySet());
        topic = "pictures-" + NUMBER.incrementAndGet();
        topics.create(topic, 1);
        around.set("fleet.kafka.topic", topic).set("fleet.kafka.group", topic);
        return topic;
    }

    byte[] picture() {
        return TestPictures.jpeg(NUMBER.incrementAndGet());
    }

    String send() throws Exception {
        return send("disc " + NUMBER.incrementAndGet() + ".jpg", picture());
    }

    /** @return the key of the picture, and of its record */
    String send(String name, byte[] content) throws Exception {
        String key = topic + "/" + name;
        around.put(key, content);
        String etag = around.client
                .headObject(request -> request.bucket("pictures").key(key))
                .eTag();
        topics.send(topic, key, new ClaimCheck("pictures", key, etag, key).toJson());
        return key;
    }

    /** A worker, until all is committed. */
    void work() {
        try (Fleet worker = around.start(Role.WORKER)) {
            awaitCommitted();
        }
    }

    void awaitCommitted() {
        await().pollInterval(100, TimeUnit.MILLISECONDS)
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> topics.lag(topic, topic) + topics.lag(topic, topic + "-retry") == 0);
    }

    /** A worker in a process of its own. */
    FleetProcess process(Map<String, String> environment) throws Exception {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        Map<String, String> settings = new HashMap<>(around.settings());
        // So long, the group believes that it is alive.
        settings.put("camel.component.kafka.session-timeout-ms", "1500");
        settings.forEach((key, value) -> options.add("-D" + key + "=" + value));
        return new FleetProcess(
                Files.createTempDirectory(home, "worker"), environment, options, WorkerFleet.class, "worker");
    }

    /** Of this topic. */
    List<String> cutouts() {
        return around.keys("cutouts").stream()
                .filter(key -> key.startsWith(topic + "/"))
                .toList();
    }

    static List<String> cutoutsOf(String... names) {
        return List.of(names).stream()
                .map(name -> name + "/cutout.png")
                .sorted()
                .toList();
    }

    /** How often each result of this topic was charged. */
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
