// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbackgroundcut.emulator.BackgroundCutEmulator;
import io.github.camelbackgroundcut.emulator.EmulatorConfiguration;
import io.github.camelbackgroundcut.emulator.ServiceOrEmulator;
import io.github.camelbackgroundcut.emulator.engine.BorderThresholdEngine;
import io.github.camelbackgroundcut.examples.workerfleet.broker.BrokerConnections;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What a fleet needs around it, for a test: buckets, an emulator, and a folder. */
public final class FleetFixture implements AutoCloseable {

    public final BackgroundCutEmulator emulator = BackgroundCutEmulator.start(
            EmulatorConfiguration.builder().engine(new BorderThresholdEngine()).build());
    public final S3Client client = SharedS3.client();
    public final String source = SharedS3.bucket("pictures");
    private final String target = SharedS3.bucket("cutouts");
    private final Map<String, String> settings = new HashMap<>();
    private final AtomicInteger started = new AtomicInteger();

    public FleetFixture(Path folder) {
        settings.putAll(SharedS3.properties());
        settings.put("fleet.source-bucket", source);
        settings.put("fleet.target-bucket", target);
        settings.put("fleet.folder", folder.resolve("work").toString());
        settings.put("fleet.page-port", "0");
        settings.put("fleet.delay", "100");
        settings.put("fleet.report-period", "250");
        // A consumer stops when it has waited for so long.
        settings.put("camel.component.jms.receive-timeout", "100");
        settings.put("fleet.redelivery-delay", "50");
        settings.put("fleet.max-redelivery-delay", "200");
        settings.put("fleet.variants", "{\"cutout\": {\"format\": \"png\"} }");
        settings.put("camel.component.backgroundcut.retry-delay", "20");
    }

    /** For processes that start from now on. */
    public FleetFixture set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    public Map<String, String> settings() {
        return settings;
    }

    public Map<String, String> environment() {
        return Map.of(ServiceOrEmulator.API_KEY, emulator.apiKey(), ServiceOrEmulator.BASE_URL, emulator.baseUrl());
    }

    public Fleet start(Role role) {
        // In tests, all are in one process.
        settings.put("fleet.worker", role.text() + "-" + started.incrementAndGet());
        Fleet fleet = new Fleet(role, settings, environment());
        fleet.start();
        return fleet;
    }

    /** @return its etag */
    public String put(String key, byte[] content) {
        return client.putObject(
                        request -> request.bucket(source).key(key).contentType("image/jpeg"),
                        RequestBody.fromBytes(content))
                .eTag();
    }

    public Set<String> pictures() {
        return keys(source);
    }

    public Set<String> cutouts() {
        return keys(target);
    }

    private Set<String> keys(String bucket) {
        Set<String> keys = new TreeSet<>();
        client.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .forEach(keys::add);
        return keys;
    }

    public Settings named() {
        return Settings.of(settings, environment());
    }

    public long depth(String queue) {
        try (BrokerConnections broker = BrokerConnections.of(named())) {
            return broker.depth(queue).orElse(-1);
        }
    }

    /** A message, as a stranger may make it. */
    interface Made {
        Message in(Session session) throws JMSException;
    }

    void send(String queue, Made... messages) throws JMSException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(named().get("fleet.broker-url"));
                Connection connection = ((ConnectionFactory) factory).createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            for (Made message : messages) {
                producer.send(message.in(session));
            }
        }
    }

    /** Takes all messages out of a queue. */
    public List<Message> drain(String queue) throws JMSException {
        List<Message> messages = new ArrayList<>();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(named().get("fleet.broker-url"));
                Connection connection = ((ConnectionFactory) factory).createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            connection.start();
            for (long left = depth(queue); left > 0; left--) {
                messages.add(consumer.receive(60_000));
            }
        }
        return messages;
    }

    /** What the dispatcher's page answers. */
    public String page(String path, Fleet dispatcher) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(dispatcher.page() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** A number that a worker has told; 0 if it has told nothing. */
    long told(Fleet dispatcher, String number, Fleet worker) throws Exception {
        for (JsonNode told : new ObjectMapper().readTree(dispatcher.state()).path("workers")) {
            JsonNode report = told.path("report");
            if (report.path("worker").asText().equals(worker.settings().get("fleet.worker"))) {
                return report.path(number).asLong();
            }
        }
        return 0;
    }

    @Override
    public void close() {
        emulator.close();
    }
}
