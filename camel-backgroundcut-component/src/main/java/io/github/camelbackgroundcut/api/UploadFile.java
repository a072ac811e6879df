// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A file to upload.
 *
 * @param fileName its name, without folders
 * @param mediaType such as {@code image/jpeg}
 * @param length bytes, if known
 * @param content opens its bytes, from the start at each call
 */
public record UploadFile(String fileName, String mediaType, OptionalLong length, Content content) {

    public UploadFile {
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(content, "content");
    }

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
