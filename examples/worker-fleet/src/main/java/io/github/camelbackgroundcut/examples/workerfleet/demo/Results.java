// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbackgroundcut.examples.embeddeds3.EmbeddedS3;
import io.github.camelbackgroundcut.examples.workerfleet.Settings;
import io.github.camelbackgroundcut.examples.workerfleet.broker.Queues;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What becomes of the pictures: the messages in the queues behind the workers. */
final class Results implements AutoCloseable {

    /** For all pictures together. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int LOOK_MILLISECONDS = 100;

    private final S3Client client;
    private final String source;
    private final String target;
    private final String inbox;
    private final int expected;
    private final List<WorkerProcess> workers;
    private final ActiveMQConnectionFactory connections;
    private final Connection connection;
    private final MessageConsumer cutouts;
    private final MessageConsumer deadLetters;
    private int done;
    private int failed;

    Results(Settings settings, int expected, List<WorkerProcess> workers) throws JMSException {
        this.client = EmbeddedS3.client(URI.create(settings.get("camel.component.aws2-s3.uri-endpoint-override")));
        this.source = settings.get("fleet.source-bucket");
        this.target = settings.get("fleet.target-bucket");
        this.inbox = settings.get("fleet.inbox");
        this.expected = expected;
        this.workers = workers;
        connections = new ActiveMQConnectionFactory(settings.get("fleet.broker-url"));
        connection = connections.createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        cutouts = session.createConsumer(session.createQueue(Queues.CUTOUTS));
        deadLetters = session.createConsumer(session.createQueue(Queues.DEAD_LETTERS));
        connection.start();
    }

    void drop(List<Path> pictures) {
        for (Path picture : pictures) {
            String key = inbox + picture.getFileName();
            client.putObject(request -> request.bucket(source).key(key).contentType("image/jpeg"), picture);
        }
        System.out.println(pictures.size() + " pictures in s3://" + source + "/" + inbox);
    }

    void await() throws JMSException {
        long end = System.nanoTime() + LONGEST.toNanos();
        try (Progress progress = new Progress(System.out, expected, Terminal.isInteractive())) {
            while (done + failed < expected) {
                Message cutout = cutouts.receive(LOOK_MILLISECONDS);
                if (cutout != null) {
                    done++;
                    progress.show(cutout.getBody(String.class) + " by " + cutout.getStringProperty("fleetWorker"));
                }
                Message letter = deadLetters.receiveNoWait();
                if (letter != null) {
                    failed++;
                    progress.show("failed: " + letter.getStringProperty("fleetReason"));
                }
                if (workers.stream().noneMatch(WorkerProcess::isAlive) || System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "The workers have not done all pictures. The logs beside the cutouts may say why.");
                }
            }
        }
    }

    boolean isComplete() {
        return done == expected;
    }

    /** A line for each worker. */
    List<String> table(WorkerStates states) throws JsonProcessingException, InterruptedException {
        JsonNode state = new ObjectMapper().readTree(states.json());
        // The last report of each worker is on its way.
        for (int look = 0; look < 100 && state.path("pictures").asInt() < done; look++) {
            Thread.sleep(LOOK_MILLISECONDS);
            state = new ObjectMapper().readTree(states.json());
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-12s %8s %8s %6s %7s", "worker", "pictures", "credits", "calls", "429"));
        for (JsonNode worker : state.path("workers")) {
            JsonNode report = worker.path("report");
            lines.add(line(
                    report.path("worker").asText(),
                    report.path("pictures"),
                    report.path("credits"),
                    report.path("calls"),
                    report.path("refused")));
        }
        return lines;
    }

    private static String line(String worker, JsonNode pictures, JsonNode credits, JsonNode calls, JsonNode refused) {
        return String.format(
                Locale.ROOT,
                "%-12s %8d %8d %6d %7d",
                worker,
                pictures.asLong(),
                credits.asLong(),
                calls.asLong(),
                refused.asLong());
    }

    /** Fetches the cutouts into files named by their keys. */
    Path fetch(Path folder) throws IOException {
        for (S3Object object :
                client.listObjectsV2Paginator(request -> request.bucket(target)).contents()) {
            Path file = folder.resolve(object.key());
            Files.createDirectories(file.getParent());
            client.getObject(request -> request.bucket(target).key(object.key()), file);
        }
        return folder;
    }

    @Override
    public void close() throws JMSException {
        connection.close();
        connections.close();
        client.close();
    }

    /** What the dispatcher knows of the workers, as JSON. */
    @FunctionalInterface
    interface WorkerStates {
        String json() throws JsonProcessingException;
    }
}
