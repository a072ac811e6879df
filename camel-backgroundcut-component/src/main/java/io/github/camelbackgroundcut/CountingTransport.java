// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.Counters.Event;
import io.github.camelbackgroundcut.Counters.Outcome;
import io.github.camelbackgroundcut.api.ApiRequest;
import io.github.camelbackgroundcut.api.ApiResponse;
import io.github.camelbackgroundcut.api.BackgroundCutException;
import io.github.camelbackgroundcut.api.RequestBody;
import io.github.camelbackgroundcut.api.Transport;
import io.github.camelbackgroundcut.api.UploadFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Counts calls by their outcome, and the bytes of pictures both ways. */
final class CountingTransport implements Transport {

    private final Transport transport;
    private final Counters counters;

    CountingTransport(Transport transport, Counters counters) {
        this.transport = transport;
        this.counters = counters;
    }

    @Override
    public ApiResponse send(ApiRequest request) throws BackgroundCutException, IOException {
        try {
            ApiResponse response = transport.send(counted(request));
            counters.called(request.call(), Outcome.SUCCEEDED);
            return new ApiResponse(
                    response.statusCode(),
                    response.contentType(),
                    response.contentLength(),
                    new CountingStream(response.body(), bytes -> counters.add(Event.BYTES_DOWNLOADED, bytes)),
                    response);
        } catch (BackgroundCutException e) {
            counters.called(request.call(), Outcome.REFUSED);
            throw e;
        } catch (IOException | RuntimeException e) {
            counters.called(request.call(), Outcome.LOST);
            throw e;
        }
    }

    private ApiRequest counted(ApiRequest request) {
        if (!(request.body() instanceof RequestBody.Multipart form)) {
            return request;
        }
        RequestBody counted = new RequestBody.Multipart(
                form.fields(),
                form.fileField(),
                form.files().stream().map(this::counted).toList());
        return new ApiRequest(
                request.call(), request.method(), request.uri(), request.credential(), counted, request.timeout());
    }

    private UploadFile counted(UploadFile file) {
        return new UploadFile(
                file.fileName(),
                file.mediaType(),
                file.length(),
                () -> new CountingStream(file.content().open(), bytes -> counters.add(Event.BYTES_UPLOADED, bytes)));
    }

    private static final class CountingStream extends FilterInputStream {

        private final LongConsumer counter;

        CountingStream(InputStream in, LongConsumer counter) {
            super(in);
            this.counter = counter;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                counter.accept(1);
            }
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                counter.accept(count);
            }
            return count;
        }
    }
}
