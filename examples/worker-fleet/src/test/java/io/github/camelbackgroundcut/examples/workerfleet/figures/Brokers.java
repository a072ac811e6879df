// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.figures;

import io.github.camelbackgroundcut.examples.workerfleet.kafka.KafkaBroker;
import io.github.camelbackgroundcut.examples.workerfleet.kafka.KafkaTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The broker of a run: Kafka, or the dispatcher's own Artemis. */
final class Brokers implements AutoCloseable {

    private final Optional<KafkaBroker> kafka;
    private final Path folder;

    private Brokers(Optional<KafkaBroker> kafka, Path folder) {
        this.kafka = kafka;
        this.folder = folder;
    }

    static Brokers start(String transport, Path home) throws Exception {
        if (!transport.equals("kafka")) {
            return new Brokers(Optional.empty(), home);
        }
        Path folder = Files.createDirectories(home.resolve("kafka"));
        KafkaBroker broker = new KafkaBroker(folder);
        try (KafkaTopics topics = new KafkaTopics(broker)) {
            topics.create("pictures", 8);
        }
        return new Brokers(Optional.of(broker), folder);
    }

    Map<String, String> settings() {
        return kafka.map(broker -> Map.of("fleet.kafka.brokers", broker.address()))
                .orElse(Map.of());
    }

    /** Of the log of a Kafka broker; Artemis uses the files of its journal again and again. */
    long bytesWritten() {
        if (kafka.isEmpty()) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kafka.ifPresent(KafkaBroker::close);
    }
}
