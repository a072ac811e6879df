// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kafka;

import java.util.Properties;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * Gives {@code kafka:} endpoints consumers that stay in their group however long a record takes, and that read a record again until
 * it is committed. The endpoints commit by hand, one record at a time: {@code autoCommitEnable=false}, {@code allowManualCommit=true},
 * and {@code breakOnFirstError=false}, since nothing has to be broken off.
 */
public final class SlowRecordClientFactory extends DefaultKafkaClientFactory {

    @Override
    public Consumer<?, ?> getConsumer(Properties properties) {
        if (Boolean.parseBoolean(String.valueOf(properties.get(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG)))) {
            throw new IllegalArgumentException(
                    "autoCommitEnable is true: a record would be committed while it is in work. Set it to false, and"
                            + " allowManualCommit to true.");
        }
        // What follows a failed record must not be committed before it.
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        return SlowRecordConsumer.around(super.getConsumer(properties));
    }
}
