// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.observe;

import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.FailedCall;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Exchange;

/** The latest errors of a component's messages. */
public final class RecentErrors {

    public static final int CAPACITY = 10;
    /** A service's own words, in a message, have 500 characters. */
    private static final int MESSAGE_LENGTH = 1000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Lock lock = new ReentrantLock();

    /**
     * An error.
     *
     * @param routeId the route that the message came from; empty without one
     * @param operation the endpoint's
     * @param call the call that failed; {@code message} if none was made
     * @param status of the answer; empty if there was none
     * @param repeated whether the call was made again
     * @param message what happened; holds no secret
     */
    public record Entry(
            Instant time,
            Optional<String> routeId,
            String exchangeId,
            String operation,
            String call,
            OptionalInt status,
            boolean repeated,
            String message) {}

    /**
     * @param repeated whether the call is made again
     */
    public void add(Exchange exchange, String operation, Throwable failure, boolean repeated) {
        String message = String.valueOf(failure.getMessage() == null ? failure.getClass() : failure.getMessage());
        Entry entry = new Entry(
                Instant.now(),
                Optional.ofNullable(exchange.getFromRouteId()),
                exchange.getExchangeId(),
                operation,
                FailedCall.operationOf(failure),
                failure instanceof BackgroundCutException refused
                        ? OptionalInt.of(refused.getStatusCode())
                        : OptionalInt.empty(),
                repeated,
                message.length() <= MESSAGE_LENGTH ? message : message.substring(0, MESSAGE_LENGTH));
        lock.lock();
        try {
            if (entries.size() == CAPACITY) {
                entries.removeLast();
            }
            entries.addFirst(entry);
        } finally {
            lock.unlock();
        }
    }

    /** The latest first. */
    public List<Entry> latest() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }
}
