// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.observe;

import io.github.camelbackgroundcut.api.ApiRequest;
import io.github.camelbackgroundcut.api.ApiResponse;
import io.github.camelbackgroundcut.api.RequestBody;
import io.github.camelbackgroundcut.api.Transport;
import io.github.camelbackgroundcut.api.UploadFile;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.observe.Counters.Event;
import io.github.camelbackgroundcut.observe.Counters.Outcome;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/** Measures calls: how each ends, how long it takes, and the bytes both ways. */
final class MeasuringTransport implements Transport {

    private final Transport transport;
    private final Counters counters;
    private final AtomicInteger active;
    private final EndedCall.Listener listener;

    /**
     * @param active counts the calls under way
     * @param listener gets each ended call
     */
    MeasuringTransport(Transport transport, Counters counters, AtomicInteger active, EndedCall.Listener listener) {
        this.transport = transport;
        this.counters = counters;
        this.active = active;
        this.listener = listener;
    }

    @Override
    public ApiResponse send(ApiRequest request) throws BackgroundCutException, IOException {
        Measurement call = new Measurement(request);
        try {
            ApiResponse response = transport.send(call.counted());
            call.answered(response.statusCode());
            return new ApiResponse(
                    response.statusCode(),
                    response.contentType(),
                    response.contentLength(),
                    call.counted(response.body()),
                    () -> {
                        try (response) {
                            call.end(Outcome.SUCCEEDED, Optional.empty());
                        }
                    });
        } catch (BackgroundCutException e) {
            call.answered(e.getStatusCode());
            call.end(Outcome.REFUSED, Optional.of(e));
            throw e;
        } catch (Throwable e) {
            call.end(Outcome.LOST, Optional.of(e));
            throw e;
        }
    }

    /** One call; what it counts is written and read by the thread that makes it. */
    private final class Measurement {

        private final ApiRequest request;
        private final long started = System.nanoTime();
        private OptionalInt status = OptionalInt.empty();
        private long sent;
        private long received;
        private boolean ended;

        Measurement(ApiRequest request) {
            this.request = request;
            active.incrementAndGet();
        }

        void answered(int code) {
            status = OptionalInt.of(code);
        }

        ApiRequest counted() {
            if (request.body() instanceof RequestBody.Json json) {
                sent = json.utf8().length;
            }
            if (!(request.body() instanceof RequestBody.Multipart form)) {
                return request;
            }
            return request.with(new RequestBody.Multipart(
                    form.fields(),
                    form.fileField(),
                    form.files().stream().map(this::counted).toList()));
        }

        private UploadFile counted(UploadFile file) {
            return new UploadFile(
                    file.fileName(),
                    file.mediaType(),
                    file.length(),
                    // A file that can't be read ends the call elsewhere.
                    () -> new CountingStream(file.content().open(), this::sent, e -> {}));
        }

        InputStream counted(InputStream body) {
            return new CountingStream(body, this::received, e -> end(Outcome.LOST, Optional.of(e)));
        }

        private void sent(long bytes) {
            sent += bytes;
            counters.add(Event.BYTES_UPLOADED, bytes);
        }

        private void received(long bytes) {
            received += bytes;
            counters.add(Event.BYTES_DOWNLOADED, bytes);
        }

        void end(Outcome outcome, Optional<Throwable> failure) {
            if (ended) {
                return;
            }
            ended = true;
            active.decrementAndGet();
            counters.called(request.call(), outcome);
            listener.ended(new EndedCall(
                    request, outcome, status, Duration.ofNanos(System.nanoTime() - started), sent, received, failure));
        }
    }

    private static final class CountingStream extends FilterInputStream {

        private final LongConsumer counter;
        private final FailureListener failures;

        CountingStream(InputStream in, LongConsumer counter, FailureListener failures) {
            super(in);
            this.counter = counter;
            this.failures = failures;
        }

        @Override
        public int read() throws IOException {
            try {
                int value = super.read();
                if (value >= 0) {
                    counter.accept(1);
                }
                return value;
            } catch (IOException e) {
                failures.failed(e);
                throw e;
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int count = super.read(buffer, offset, length);
                if (count > 0) {
                    counter.accept(count);
                }
                return count;
            } catch (IOException e) {
                failures.failed(e);
                throw e;
            }
        }

        @FunctionalInterface
        private interface FailureListener {
            void failed(IOException failure);
        }
    }
}
