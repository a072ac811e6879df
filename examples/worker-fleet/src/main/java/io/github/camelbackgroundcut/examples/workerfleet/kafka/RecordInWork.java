// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/**
 * The record that a consumer has polled and not yet committed, and whether its partition is still the consumer's. It is used by one
 * thread at a time.
 */
final class RecordInWork {

    private static final Duration SHORT = Duration.ofMillis(50);

    private static final Duration LONGEST_REBALANCE = Duration.ofSeconds(30);

    private final Consumer<?, ?> consumer;
    private final Set<TopicPartition> pausedHere = new HashSet<>();
    private Optional<Position> position = Optional.empty();
    private boolean inProgress;
    private boolean lost;

    private record Position(TopicPartition partition, long offset) {}

    /** A call of the consumer. */
    interface Call {
        Object make() throws Throwable;
    }

    RecordInWork(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    boolean isInProgress() {
        return inProgress;
    }

    /** @param records one at most */
    void begin(ConsumerRecords<?, ?> records) {
        for (ConsumerRecord<?, ?> polled : records) {
            position =
                    Optional.of(new Position(new TopicPartition(polled.topic(), polled.partition()), polled.offset()));
            inProgress = true;
        }
    }

    /** One that was not committed is read again, unless another consumer has it now. */
    void end() {
        if (!lost) {
            position.ifPresent(failed -> consumer.seek(failed.partition(), failed.offset()));
        }
        position = Optional.empty();
        inProgress = false;
        lost = false;
        pausedHere.retainAll(consumer.assignment());
        consumer.resume(pausedHere);
        pausedHere.clear();
    }

    /** Tells the group that this consumer is alive, and takes part in a rebalance. */
    void pollWithoutRecords() {
        pause(consumer.assignment());
        consumer.poll(SHORT);
    }

    /**
     * Commits. A consumer whose partition was taken away would set the offset of the new owner back, so it must not.
     *
     * @param arguments of {@code commitSync}
     */
    Object commit(Object[] arguments, Call commit) throws Throwable {
        long deadline = System.nanoTime() + LONGEST_REBALANCE.toNanos();
        while (true) {
            if (lost) {
                throw new CommitFailedException(
                        "The partition was given to another worker while this one was at its picture. That one does it again,"
                                + " and does not pay again.");
            }
            try {
                Object result = commit.make();
                position = position.filter(record -> !isCommitted(arguments, record));
                return result;
            } catch (RebalanceInProgressException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                pollWithoutRecords();
            }
        }
    }

    private static boolean isCommitted(Object[] arguments, Position position) {
        return arguments != null
                && arguments.length > 0
                && arguments[0] instanceof Map<?, ?> offsets
                && offsets.containsKey(position.partition());
    }

    ConsumerRebalanceListener listenBefore(ConsumerRebalanceListener next) {
        return new ConsumerRebalanceListener() {

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                if (inProgress) {
                    pause(partitions);
                }
                next.onPartitionsAssigned(partitions);
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                lose(partitions);
                next.onPartitionsRevoked(partitions);
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> partitions) {
                lose(partitions);
                next.onPartitionsLost(partitions);
            }
        };
    }

    private void lose(Collection<TopicPartition> partitions) {
        lost |= position.filter(record -> partitions.contains(record.partition()))
                .isPresent();
    }

    /** The route has paused them, and resumes them itself. */
    void leavePaused(Collection<?> partitions) {
        pausedHere.removeAll(partitions);
    }

    private void pause(Collection<TopicPartition> partitions) {
        Set<TopicPartition> running = new HashSet<>(partitions);
        running.removeAll(consumer.paused());
        consumer.pause(running);
        pausedHere.addAll(running);
    }
}
