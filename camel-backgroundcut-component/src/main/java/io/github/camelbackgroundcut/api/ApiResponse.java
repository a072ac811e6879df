// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A successful (2xx) answer whose body still streams. Closing it gives the connection back, or closes the connection if
 * the body wasn't read to its end.
 */
public final class ApiResponse implements Closeable {

    private final int statusCode;
    private final Optional<String> contentType;
    private final OptionalLong contentLength;
    private final InputStream body;
    private final Closeable connection;

    public ApiResponse(
            int statusCode,
            Optional<String> contentType,
            OptionalLong contentLength,
            InputStream body,
            Closeable connection) {
        this.statusCode = statusCode;
        this.contentType = Objects.requireNonNull(contentType, "contentType");
        this.contentLength = Objects.requireNonNull(contentLength, "contentLength");
        this.body = Objects.requireNonNull(body, "body");
        this.connection = Objects.requireNonNull(connection, "connection");
    }

    public int statusCode() {
        return statusCode;
    }

    public Optional<String> contentType() {
        return contentType;
    }

    /** Bytes as the service announced them, if it did. */
    public OptionalLong contentLength() {
        return contentLength;
    }

    public InputStream body() {
        return body;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
