// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.apache.camel.StreamCache;

/** Bytes that can be read again, in memory or in a file. */
sealed interface ImageContent {

    OptionalLong length();

    InputStream open() throws IOException;

    /**
     * A file on disk.
     *
     * @param bytes how many it has
     */
    record OnDisk(Path file, long bytes) implements ImageContent {

        @Override
        public OptionalLong length() {
            return OptionalLong.of(bytes);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    /** A byte array that somebody else holds in memory. */
    record InMemory(byte[] bytes) implements ImageContent {

        @Override
        public OptionalLong length() {
            return OptionalLong.of(bytes.length);
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /**
     * A temporary file of ours.
     *
     * @param bytes how many it has
     */
    record Temporary(TempFile file, long bytes) implements ImageContent {

        @Override
        public OptionalLong length() {
            return OptionalLong.of(bytes);
        }

        @Override
        public InputStream open() throws IOException {
            return file.open();
        }
    }

    /** A stream that Camel has cached. */
    record Cached(StreamCache cache, InputStream stream) implements ImageContent {

        @Override
        public OptionalLong length() {
            // Zero means that the cache doesn't know.
            return cache.length() > 0 ? OptionalLong.of(cache.length()) : OptionalLong.empty();
        }

        @Override
        public InputStream open() {
            cache.reset();
            return new FilterInputStream(stream) {
                @Override
                public void close() {
                    // The next reader finds it at its start.
                    cache.reset();
                }
            };
        }
    }
}
