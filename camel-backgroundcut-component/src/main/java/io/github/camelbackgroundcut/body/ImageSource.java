// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import io.github.camelbackgroundcut.api.UploadFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** An image that a message carries. It can be read as often as it takes, one reader at a time. */
public interface ImageSource {

    /** The name without folders; never empty, without control characters. */
    String fileName();

    /** Such as {@code image/jpeg}; {@code application/octet-stream} if it is unknown. */
    String mediaType();

    /** Bytes, if known. */
    OptionalLong length();

    /** The same, as the API takes it. */
    default UploadFile toUploadFile() {
        return new UploadFile(fileName(), mediaType(), length(), this::open);
    }

    /** The bytes, from the start. */
    InputStream open() throws IOException;
}
