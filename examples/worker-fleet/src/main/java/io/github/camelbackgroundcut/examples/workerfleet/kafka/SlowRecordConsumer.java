// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kafka;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer that goes on polling while its record is in work, with all partitions paused: Kafka would take a consumer that does not
 * poll for {@code max.poll.interval.ms} for dead, and hand its record to another one, again and again. It also lets a rebalance
 * happen meanwhile, which would otherwise hold up the whole group.
 *
 * <p>Kafka's consumer may be called by any thread, but by one at a time: hence the lock.
 */
final class SlowRecordConsumer implements InvocationHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SlowRecordConsumer.class);

    /** Between two polls while a record is in work. */
    private static final long PAUSE_MS = 500;

    private final Consumer<?, ?> consumer;
    private final RecordInWork work;
    private final ReentrantLock lock = new ReentrantLock();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "SlowRecordConsumer");
        made.setDaemon(true);
        return made;
    });

    private SlowRecordConsumer(Consumer<?, ?> consumer) {
        this.consumer = consumer;
        this.work = new RecordInWork(consumer);
        thread.scheduleWithFixedDelay(this::stayInGroup, PAUSE_MS, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    static Consumer<?, ?> around(Consumer<?, ?> consumer) {
        return (Consumer<?, ?>) Proxy.newProxyInstance(
                SlowRecordConsumer.class.getClassLoader(),
                new Class<?>[] {Consumer.class},
                new SlowRecordConsumer(consumer));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("wakeup")) {
            // The only one that may interrupt another call.
            return call(method, arguments);
        }
        lock.lock();
        try {
            return switch (method.getName()) {
                case "poll" -> poll(method, arguments);
                case "commitSync" -> work.commit(arguments, () -> call(method, arguments));
                case "pause" -> {
                    work.leavePaused((Collection<?>) arguments[0]);
                    yield call(method, arguments);
                }
                case "subscribe" -> call(method, withListener(arguments));
                case "close" -> {
                    thread.shutdownNow();
                    yield call(method, arguments);
                }
                default -> call(method, arguments);
            };
        } finally {
            lock.unlock();
        }
    }

    private ConsumerRecords<?, ?> poll(Method method, Object[] arguments) throws Throwable {
        work.end();
        ConsumerRecords<?, ?> records = (ConsumerRecords<?, ?>) call(method, arguments);
        work.begin(records);
        return records;
    }

    private void stayInGroup() {
        lock.lock();
        try {
            if (work.isInProgress()) {
                work.pollWithoutRecords();
            }
        } catch (KafkaException | IllegalStateException e) {
            // The next call of the route has it, too.
            LOG.debug("Polling while a record is in work", e);
        } finally {
            lock.unlock();
        }
    }

    private Object[] withListener(Object[] arguments) {
        Object[] changed = arguments.clone();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] instanceof ConsumerRebalanceListener listener) {
                changed[i] = work.listenBefore(listener);
            }
        }
        return changed;
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(consumer, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
