// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import java.util.Arrays;
import java.util.Locale;

/** How pictures come to the workers. */
enum Transport {
    /** Messages of a queue: Artemis, or a broker that speaks AMQP 1.0. */
    QUEUE,
    /** Records of a Kafka topic. */
    KAFKA;

    private static final String SETTING = "fleet.transport";
    private static final String BROKERS = "fleet.kafka.brokers";

    /** @throws IllegalArgumentException if the settings name none, or not its brokers */
    static Transport of(Settings settings) {
        Transport transport = Arrays.stream(values())
                .filter(candidate -> candidate.text().equals(settings.get(SETTING)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        SETTING + " is " + settings.get(SETTING) + ". Set it to queue or kafka."));
        if (transport == KAFKA && !settings.isSet(BROKERS)) {
            throw new IllegalArgumentException(
                    BROKERS + " is not set. Name the brokers of the topic, such as kafka.example:9092.");
        }
        return transport;
    }

    /** As in the setting, and as the folder of its routes is named. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
