// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.fault.injection.CallFaults;
import io.github.camelbackgroundcut.emulator.http.PercentEncoding;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers the last calls of the API. */
final class CallLog implements Handler<RoutingContext> {

    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
    private static final int MAX_CALLS = 50;
    private static final int MAX_PATH = 200;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Call> calls = new ArrayDeque<>();

    @Override
    public void handle(RoutingContext context) {
        Instant time = Instant.now();
        long start = System.nanoTime();
        context.addEndHandler(end ->
                add(call(context, time, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), end.succeeded())));
        context.next();
    }

    /** The last calls, the latest first. */
    List<Call> calls() {
        lock.lock();
        try {
            return List.copyOf(calls);
        } finally {
            lock.unlock();
        }
    }

    private void add(Call call) {
        LOG.debug("{}", call);
        lock.lock();
        try {
            calls.addFirst(call);
            if (calls.size() > MAX_CALLS) {
                calls.removeLast();
            }
        } finally {
            lock.unlock();
        }
    }

    private static Call call(RoutingContext context, Instant time, long millis, boolean answered) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        String path = PercentEncoding.decode(request.path()).orElse(request.path());
        return new Call(
                time,
                request.method().name(),
                path.length() > MAX_PATH ? path.substring(0, MAX_PATH) + "…" : path,
                answered ? response.getStatusCode() : 0,
                millis,
                request.bytesRead(),
                response.bytesWritten(),
                CallFaults.struck(context));
    }
}
