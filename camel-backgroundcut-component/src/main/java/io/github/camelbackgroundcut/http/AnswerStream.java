// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/** The body of an answer. Its failures name the call. */
final class AnswerStream extends FilterInputStream {

    private final Function<IOException, IOException> failure;

    AnswerStream(InputStream in, Function<IOException, IOException> failure) {
        super(in);
        this.failure = failure;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw failure.apply(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw failure.apply(e);
        }
    }
}
