// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowRecordConsumerTest {

    private static final String TOPIC = "pictures";
    private static final TopicPartition MINE = new TopicPartition(TOPIC, 0);
    private static final TopicPartition OTHER = new TopicPartition(TOPIC, 1);
    private static final Duration BRIEF = Duration.ofMillis(1);

    private final AtomicInteger polls = new AtomicInteger();
    private final AtomicInteger refusedCommits = new AtomicInteger();

    private final MockConsumer<String, String> kafka = new MockConsumer<>(OffsetResetStrategy.EARLIEST) {

        @Override
        public synchronized ConsumerRecords<String, String> poll(Duration timeout) {
            polls.incrementAndGet();
            if (assignment().contains(MINE)) {
                positionOfPoll = position(MINE);
            }
            return super.poll(timeout);
        }

        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
            if (refusedCommits.getAndDecrement() > 0) {
                throw new RebalanceInProgressException();
            }
            super.commitSync(offsets);
        }
    };

    private volatile long positionOfPoll;
    private Consumer<?, ?> consumer;

    @BeforeEach
    void subscribe() {
        consumer = SlowRecordConsumer.around(kafka);
        consumer.subscribe(List.of(TOPIC), new Nothing());
        kafka.rebalance(List.of(MINE));
        kafka.updateBeginningOffsets(Map.of(MINE, 0L, OTHER, 0L));
        kafka.setMaxPollRecords(1);
        for (long offset = 0; offset < 3; offset++) {
            kafka.addRecord(new ConsumerRecord<>(TOPIC, MINE.partition(), offset, "key", "picture " + offset));
        }
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    @Test
    void goesOnPollingWhileARecordIsInWork() {
        assertThat(poll()).isEqualTo("picture 0");
        int before = polls.get();

        await().atMost(30, TimeUnit.SECONDS).until(() -> polls.get() > before + 1);

        assertThat(kafka.paused()).containsExactly(MINE);
    }

    @Test
    void doesNotPollWhileNoRecordIsInWork() throws InterruptedException {
        assertThat(poll()).isEqualTo("picture 0");
        commit(1);
        poll();
        commit(2);
        poll();
        commit(3);
        assertThat(consumer.poll(BRIEF).isEmpty()).isTrue();
        int before = polls.get();

        // Nothing tells of a poll that isn't made.
        TimeUnit.MILLISECONDS.sleep(1200);

        assertThat(polls).hasValue(before);
    }

    @Test
    void readsTheNextRecordWhenOneIsCommitted() {
        poll();
        commit(1);

        assertThat(poll()).isEqualTo("picture 1");
        assertThat(positionOfPoll).isEqualTo(1);
    }

    @Test
    void readsARecordAgainThatWasNotCommitted() {
        poll();

        poll();

        assertThat(positionOfPoll).isZero();
    }

    @Test
    void doesNotCommitForAPartitionThatWasGivenToAnother() {
        poll();
        kafka.rebalance(List.of(OTHER));

        assertThatThrownBy(() -> commit(1)).isInstanceOf(CommitFailedException.class);
        assertThat(kafka.committed(Set.of(MINE))).doesNotContainKey(MINE);
    }

    @Test
    void doesNotCommitForAPartitionThatCameBackMeanwhile() {
        poll();
        kafka.rebalance(List.of(OTHER));
        kafka.rebalance(List.of(MINE));

        assertThatThrownBy(() -> commit(1)).isInstanceOf(CommitFailedException.class);
    }

    @Test
    void readsOnWithThePartitionsThatAreLeft() {
        poll();
        kafka.rebalance(List.of(OTHER));
        kafka.addRecord(new ConsumerRecord<>(TOPIC, OTHER.partition(), 0, "key", "another picture"));

        assertThat(poll()).isEqualTo("another picture");
    }

    @Test
    void readsNothingFromANewPartitionWhileARecordIsInWork() {
        poll();
        kafka.rebalance(List.of(MINE, OTHER));
        kafka.addRecord(new ConsumerRecord<>(TOPIC, OTHER.partition(), 0, "key", "another picture"));
        int before = polls.get();
        await().atMost(30, TimeUnit.SECONDS).until(() -> polls.get() > before);

        assertThat(kafka.paused()).contains(OTHER);
        assertThat(kafka.position(OTHER)).isZero();
    }

    @Test
    void commitsAfterARebalanceThatIsInProgress() {
        poll();
        refusedCommits.set(2);

        commit(1);

        assertThat(kafka.committed(Set.of(MINE)).get(MINE).offset()).isEqualTo(1);
    }

    @Test
    void leavesAPartitionPausedThatTheRoutePauses() {
        poll();
        int before = polls.get();
        await().atMost(30, TimeUnit.SECONDS).until(() -> polls.get() > before);
        commit(1);
        consumer.pause(List.of(MINE));

        assertThat(consumer.poll(BRIEF).isEmpty()).isTrue();
        assertThat(kafka.paused()).containsExactly(MINE);
    }

    @Test
    void refusesToCommitByItself() {
        Properties properties = new Properties();
        properties.put("enable.auto.commit", "true");

        assertThatThrownBy(() -> new SlowRecordClientFactory().getConsumer(properties))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowManualCommit");
    }

    private String poll() {
        ConsumerRecords<?, ?> records = consumer.poll(BRIEF);
        return String.valueOf(records.iterator().next().value());
    }

    private void commit(long offset) {
        consumer.commitSync(Map.of(MINE, new OffsetAndMetadata(offset)));
    }

    private static final class Nothing implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
    }
}
