// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.api.error.InvalidAnswerException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** A stored file on its way. It holds a connection until it is closed. */
public final class Download implements Closeable {

    private final ApiRequest request;
    private final ApiResponse response;

    Download(ApiRequest request, ApiResponse response) {
        this.request = request;
        this.response = response;
    }

    public int statusCode() {
        return response.statusCode();
    }

    public Optional<String> contentType() {
        return response.contentType();
    }

    /** Bytes as the service announced them, if it did. */
    public OptionalLong contentLength() {
        return response.contentLength();
    }

    /** The bytes; an answer that breaks off throws {@link BackgroundCutTransportException}. */
    public InputStream content() {
        return response.body();
    }

    /**
     * The error for content that was not requested.
     *
     * @param reason what is wrong with it, as a sentence
     */
    public InvalidAnswerException invalid(String reason) {
        return InvalidAnswerException.of(request, response.statusCode(), "", reason);
    }

    @Override
    public void close() throws IOException {
        response.close();
    }
}
