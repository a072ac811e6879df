// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Each call that the emulator of this process answers, as its log says it. */
final class CallStatistics extends AbstractAppender implements AutoCloseable {

    private static final String LOGGER = "io.github.camelbackgroundcut.emulator.server.CallLog";
    private static final Pattern STATUS = Pattern.compile("path=(\\S+), status=(\\d+)");
    private static final String TOO_MANY = "429";

    /** @param path without query */
    record Call(Instant time, String path, String status) {}

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final List<Instant> disturbances = new ArrayList<>();

    private CallStatistics() {
        super("calls", null, null, true, Property.EMPTY_ARRAY);
    }

    static CallStatistics begin() {
        CallStatistics statistics = new CallStatistics();
        statistics.start();
        statistics.attach();
        return statistics;
    }

    private void attach() {
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        LoggerConfig logger = new LoggerConfig(LOGGER, Level.DEBUG, false);
        logger.addAppender(this, Level.DEBUG, null);
        context.getConfiguration().addLogger(LOGGER, logger);
        context.updateLoggers();
    }

    @Override
    public void append(LogEvent event) {
        Matcher call = STATUS.matcher(event.getMessage().getFormattedMessage());
        if (call.find()) {
            calls.add(new Call(
                    Instant.ofEpochMilli(event.getInstant().getEpochMillisecond()), call.group(1), call.group(2)));
        }
    }

    int count() {
        return calls.size();
    }

    /** Something was killed: for a while now, the fleet is not at its best. */
    void disturbed() {
        disturbances.add(Instant.now());
    }

    /**
     * The seconds that count.
     *
     * @param from the first
     * @param until the end
     * @param pause how long a disturbance lasts
     */
    Share share(Instant from, Instant until, Duration pause, int callsPerMinute) {
        int granted = 0;
        int refused = 0;
        int seconds = 0;
        for (Instant second = from; second.plusSeconds(1).isBefore(until); second = second.plusSeconds(1)) {
            if (isDisturbed(second, pause)) {
                continue;
            }
            seconds++;
            Instant begin = second;
            for (Call call : calls) {
                if (!call.time().isBefore(begin) && call.time().isBefore(begin.plusSeconds(1))) {
                    if (call.status().equals(TOO_MANY)) {
                        refused++;
                    } else {
                        granted++;
                    }
                }
            }
        }
        return new Share(
                seconds, 100.0 * granted * 60 / (Math.max(1, seconds) * (double) callsPerMinute), granted, refused);
    }

    private boolean isDisturbed(Instant second, Duration pause) {
        return disturbances.stream()
                .anyMatch(kill -> second.plusSeconds(1).isAfter(kill) && second.isBefore(kill.plus(pause)));
    }

    /**
     * @param seconds how many counted
     * @param ofThePlan in percent
     * @param granted calls that were not refused
     * @param refused calls that were answered 429
     */
    record Share(int seconds, double ofThePlan, int granted, int refused) {
        double refusedPercent() {
            return 100.0 * refused / Math.max(1, granted + refused);
        }
    }

    @Override
    public void close() {
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        context.getConfiguration().removeLogger(LOGGER);
        context.updateLoggers();
    }
}
