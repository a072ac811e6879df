// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer of the service to a call, as values. */
public sealed interface Answer {

    /** The HTTP status, always 2xx. */
    int statusCode();

    /** The stored files' paths, in the order of the files: of all of them, or of the first ones if the rest needs more calls. */
    record Uploaded(int statusCode, List<String> filePaths) implements Answer {

        public Uploaded {
            filePaths = List.copyOf(filePaths);
        }
    }

    /** The results' paths, in the order of the variants. */
    record Processed(int statusCode, List<String> outputFilePaths) implements Answer {

        public Processed {
            outputFilePaths = List.copyOf(outputFilePaths);
        }
    }

    /** The path of the cutout that point hints made. */
    record Segmented(int statusCode, String outputFilePath) implements Answer {}

    /** Where a stored file can be fetched without a credential. */
    record Published(int statusCode, PublicUrl url) implements Answer {}

    /** A minted token. {@code expiresAt} counts from before the call, so it is never too late. */
    record Minted(int statusCode, String accessToken, Instant expiresAt) implements Answer {

        @Override
        public String toString() {
            return "Minted[statusCode=" + statusCode + ", accessToken=xxxxxx, expiresAt=" + expiresAt + "]";
        }
    }

    /** The storage use, as the service words it. */
    record Usage(int statusCode, Map<String, Object> fields) implements Answer {

        public Usage {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
